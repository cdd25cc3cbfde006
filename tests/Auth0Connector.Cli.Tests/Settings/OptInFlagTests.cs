using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Sync;
using Auth0Connector.Sync.Preflight;

namespace Auth0Connector.Cli.Tests.Settings;

/// <summary>What is read only where it is asked for can be asked for.</summary>
public sealed class OptInFlagTests
{
    public static TheoryData<string> Flags => [.. OptIns.Flags];

    [Theory]
    [MemberData(nameof(Flags))]
    public void Every_flag_that_switches_a_part_on_is_a_setting_of_a_sync(string flag)
    {
        Assert.Equal(SettingKind.Switch, SyncFlags.Named(flag).Kind);
    }
}
