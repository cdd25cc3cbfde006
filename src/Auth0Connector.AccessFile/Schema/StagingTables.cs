namespace Auth0Connector.AccessFile.Schema;

/// <summary>Tables that exist only while a sync runs; they are dropped before the file is published.</summary>
internal static class StagingTables
{
    /// <summary>Raised whenever the meaning of a working table changes: a run with another version starts over.</summary>
    public const string Version = "4";

    public const string Facts = "staging_facts";
    public const string Tasks = "staging_tasks";
    public const string Findings = "staging_findings";
    public const string Sums = "staging_sums";

    /// <summary>Tables whose rows are summed up: all but the sums themselves.</summary>
    public static IReadOnlyList<string> Summed { get; } = [.. AccessFileSchema.Tables.Select(static table => table.Name), Tasks, Findings, Facts];

    public static IReadOnlyList<string> Create { get; } =
    [
        """
        create table if not exists staging_facts (
            key text primary key,
            value text not null
        ) without rowid
        """,
        """
        create table if not exists staging_tasks (
            number integer primary key,
            kind text not null,
            subject text not null,
            payload blob not null,
            cursor text,
            state integer not null default 0,
            received integer not null default 0,
            unreadable integer not null default 0,
            lowest_total integer,
            highest_total integer,
            requests integer not null default 0,
            evidence text,
            note text
        )
        """,
        """
        create table if not exists staging_findings (
            kind integer not null,
            type text not null,
            principal_type text not null,
            count integer not null,
            primary key (kind, type, principal_type)
        ) without rowid
        """,
        """
        create table if not exists staging_sums (
            name text primary key,
            rows integer not null,
            hashes integer not null
        ) without rowid
        """,
        "create unique index if not exists staging_tasks_subject on staging_tasks (kind, subject)",
        "create index if not exists staging_tasks_pending on staging_tasks (number) where state = 0",
        "create index if not exists staging_tasks_pending_kind on staging_tasks (kind, number) where state = 0",
    ];

    public static IReadOnlyList<string> Drop { get; } =
    [
        "drop table if exists staging_tasks",
        "drop table if exists staging_findings",
        "drop table if exists staging_facts",
        "drop table if exists staging_sums",
    ];
}
