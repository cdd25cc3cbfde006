using System.Collections.Immutable;
using Auth0Connector.Cli.Objects;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Cli.Tenant;
using Auth0Connector.ManagementApi.Options;
using Auth0Connector.Sync.Preflight;
using Auth0Connector.Sync.Settings;

namespace Auth0Connector.Cli.Sync;

/// <summary>A checked sync: nothing in it can still be a mistake of the person's.</summary>
internal sealed record CheckedSync(ManagementApiOptions Api, SyncSettings Sync, OutputForm Form)
{
    /// <summary>The object that the file is to become, where it lies in a store.</summary>
    public ObjectTarget? Remote { get; init; }

    /// <summary>Checks everything that can be checked without asking the tenant.</summary>
    public static CheckedSync From(ResolvedSettings settings, Session session)
    {
        var host = session.Host;
        TenantReader.RequireAll(settings);
        RefusePebble(settings);
        var api = TenantReader.Read(settings, host);
        var form = OutputForms.Read(settings);
        var label = settings.Given(SyncFlags.File)?.Label ?? "--file";
        var remote = ObjectTarget.TryOpen(label, settings.Text(SyncFlags.File)!, host, session.Mask);
        var target = remote?.LocalPath ?? TargetFile.CheckReplaced(label, settings.Text(SyncFlags.File)!, "sync.c1z", host);
        return new CheckedSync(
            api,
            ReadContent(settings, target) with
            {
                Resources = ResourceBids.Read(settings),
                SkipGrants = settings.IsOn(SyncFlags.SkipGrants),
                SkipEntitlementsAndGrants = settings.IsOn(SyncFlags.SkipEntitlementsAndGrants),
                Strict = settings.IsOn(SyncFlags.Strict),
            },
            form)
        { Remote = remote };
    }

    /// <summary>What a sync reads, apart from what only one that runs once leaves out.</summary>
    public static SyncSettings ReadContent(ResolvedSettings settings, string target) => new()
    {
        TargetPath = target,
        ResourceTypes = ResourceTypeFilter.Read(settings),
        Switches = OptIns.Flags.Where(flag => settings.IsOn(SyncFlags.Named(flag))).ToImmutableSortedSet(StringComparer.Ordinal),
        Expand = ReadExpand(settings),
        UsersVia = ReadUsersVia(settings),
        Keeping = KeepingReader.Read(settings),
        ProgramVersion = ProgramVersion.Text,
    };

    private static UsersVia ReadUsersVia(ResolvedSettings settings) => settings.Choice(SyncFlags.UsersVia) switch
    {
        "search" => UsersVia.Search,
        "export" => UsersVia.Export,
        _ => UsersVia.Auto,
    };

    /// <summary>What <c>--expand</c> asks for.</summary>
    public static ExpandMode ReadExpand(ResolvedSettings settings) => settings.Choice(SyncFlags.Expand) switch
    {
        "all" => ExpandMode.All,
        "none" => ExpandMode.None,
        _ => ExpandMode.Membership,
    };

    private static void RefusePebble(ResolvedSettings settings)
    {
        if (settings.Choice(SyncFlags.StorageEngine) == "pebble")
        {
            throw new UsageException(
                $"{settings.Given(SyncFlags.StorageEngine)!.Label}: Pebble files are not written here; leave it out or give sqlite, which every reader of the ecosystem takes");
        }
    }
}
