namespace Auth0Connector.Analysis.Export.Relational;

/// <summary>The tables of the relational export; docs/relational-schema.md describes them. Add, never rename.</summary>
internal static class RelationalSchema
{
    public const string Tables = """
        create table info (key text primary key, value text) without rowid;
        create table users (id text not null, name text not null, email text, status text, last_login text, created_at text, profile text, type text not null, primary key (id, type)) without rowid;
        create table roles (id text not null, name text not null, description text, profile text, type text not null, primary key (id, type)) without rowid;
        create table organizations (id text not null, name text not null, description text, profile text, type text not null, primary key (id, type)) without rowid;
        create table groups (id text not null, name text not null, description text, profile text, type text not null, primary key (id, type)) without rowid;
        create table permissions (id text not null, name text not null, description text, profile text, type text not null, primary key (id, type)) without rowid;
        create table resources (type text not null, id text not null, name text not null, description text, parent_type text, parent_id text, profile text, primary key (type, id)) without rowid;
        create table entitlements (id text primary key, resource_type text not null, resource_id text not null, slug text, name text, description text, purpose text) without rowid;
        create table grants (id text primary key, entitlement_id text not null, principal_type text not null, principal_id text not null, direct integer not null) without rowid;
        create table passages (source_entitlement_id text not null, target_entitlement_id text not null, shallow integer not null, principal_types text not null);
        create table reached (user_type text not null, user_id text not null, entitlement_id text not null, direct integer not null);
        """;

    /// <summary>Everybody's rows, then what each gives in turn; a set, so circles of groups come to an end.</summary>
    public const string Reach = """
        create index passages_by_source on passages (source_entitlement_id);
        insert into reached
        with recursive way (user_type, user_id, entitlement_id, direct) as (
          select g.principal_type, g.principal_id, g.entitlement_id, g.direct
          from grants g join users u on u.id = g.principal_id and u.type = g.principal_type
          union
          select w.user_type, w.user_id, p.target_entitlement_id, 0
          from way w join passages p on p.source_entitlement_id = w.entitlement_id
          where (p.shallow = 0 or w.direct = 1)
            and (p.principal_types = '' or instr(' ' || p.principal_types || ' ', ' ' || w.user_type || ' ') > 0)
        )
        select user_type, user_id, entitlement_id, max(direct) from way group by 1, 2, 3;
        """;

    public const string IndexesAndViews = """
        create index users_by_email on users (email collate nocase);
        create index entitlements_by_resource on entitlements (resource_type, resource_id);
        create index grants_by_principal on grants (principal_type, principal_id);
        create index grants_by_entitlement on grants (entitlement_id);
        create unique index reached_by_user on reached (user_type, user_id, entitlement_id);
        create index reached_by_entitlement on reached (entitlement_id);
        create view access as
          select u.id as user_id, u.name as user_name, u.email as user_email, u.status as user_status,
            e.resource_type, e.resource_id, r.name as resource_name, e.id as entitlement_id, e.slug as entitlement, g.direct
          from grants g
          join users u on u.id = g.principal_id and u.type = g.principal_type
          join entitlements e on e.id = g.entitlement_id
          left join resources r on r.type = e.resource_type and r.id = e.resource_id;
        create view effective_access as
          select u.id as user_id, u.name as user_name, u.email as user_email, u.status as user_status,
            e.resource_type, e.resource_id, r.name as resource_name, e.id as entitlement_id, e.slug as entitlement, g.direct
          from reached g
          join users u on u.id = g.user_id and u.type = g.user_type
          join entitlements e on e.id = g.entitlement_id
          left join resources r on r.type = e.resource_type and r.id = e.resource_id;
        """;
}
