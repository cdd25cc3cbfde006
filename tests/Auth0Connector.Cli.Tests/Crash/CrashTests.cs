using Auth0Connector.Cli.Tests.Support;
using Auth0Connector.MockTenant;
using Xunit.Abstractions;

namespace Auth0Connector.Cli.Tests.Crash;

/// <summary>The real program, killed with SIGKILL at instants chosen by a seed, and started again.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 40;
    private const int AtATime = 3;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan LongestFinish = TimeSpan.FromMilliseconds(250);

    private static readonly MockTenantOptions Plain = new()
    {
        Users = 260,
        Roles = 12,
        Organizations = 20,
        Groups = 3,
        UnlistedUsers = 3,
        DeletedUsers = 2,
        EveryoneOrganization = true,
        Latency = TimeSpan.FromMilliseconds(6),
    };

    private static readonly MockTenantOptions Exported = Plain with { Users = 1_050, ExportDuration = TimeSpan.FromMilliseconds(10) };

    private static readonly (MockTenantOptions Tenant, string[] Arguments)[] Shapes =
    [
        (Plain, []),
        (Exported, ["--users-via", "export"]),
        (Exported, ["--users-via", "search"]),
    ];

    private static int Seed => Environment.GetEnvironmentVariable("CRASH_SEED") is { Length: > 0 } seed
        ? int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    [Fact]
    public async Task A_sync_killed_at_any_instant_goes_on_and_ends_as_if_nothing_had_been()
    {
        var seed = Seed;
        output.WriteLine($"CRASH_SEED={seed}");
        var whole = new Whole[Shapes.Length];
        for (var shape = 0; shape < Shapes.Length; shape++)
        {
            whole[shape] = await UninterruptedAsync(shape);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Kills),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (kill, _) =>
            {
                var random = new Random(unchecked(seed + kill));
                for (var tries = 0; !await TryKillAsync(kill, random, whole[kill % Shapes.Length]); tries++)
                {
                    Assert.True(tries < 20, $"CRASH_SEED={seed}, kill {kill}: it always ended first");
                }
            });
    }

    [Fact]
    public async Task A_sync_killed_ten_times_ends_as_if_nothing_had_been()
    {
        const int Times = 10;
        var seed = Seed;
        output.WriteLine($"CRASH_SEED={seed}");
        var random = new Random(seed);
        var whole = await UninterruptedAsync(0);
        await using var bench = await CrashBench.StartAsync(Shapes[0].Tenant, Shapes[0].Arguments);
        for (var kill = 0; kill < Times; kill++)
        {
            Assert.True(await bench.KillAfterRequestAsync(random.Next(1, 6), random.NextDouble() * LongestPause), $"CRASH_SEED={seed}");
        }

        var last = await bench.RunAsync();

        AssertWhole(bench, last, whole, Times, $"CRASH_SEED={seed}");
    }

    private static async Task<Whole> UninterruptedAsync(int shape)
    {
        await using var bench = await CrashBench.StartAsync(Shapes[shape].Tenant, Shapes[shape].Arguments);
        var result = await bench.RunAsync();
        Assert.True(result.ExitCode == 0, result.Error);
        return new Whole(FileContent.Of(bench.Target), bench.Requests, bench.Repeated);
    }

    // One in three is killed while the file is finished, the others somewhere between the first and the last request.
    private static async Task<bool> TryKillAsync(int kill, Random random, Whole whole)
    {
        var (tenant, arguments) = Shapes[kill % Shapes.Length];
        await using var bench = await CrashBench.StartAsync(tenant, arguments);
        var inFinish = kill / Shapes.Length % 3 == 2;
        var after = random.Next(1, (int)whole.Requests + 1);
        var later = random.NextDouble() * (inFinish ? LongestFinish : LongestPause);
        var killed = inFinish ? await bench.KillInFinishAsync(later) : await bench.KillAfterRequestAsync(after, later);
        if (!killed)
        {
            return false;
        }

        var where = inFinish ? $"kill {kill}, {later.TotalMilliseconds:0.0} ms into the finish" : $"kill {kill}, {later.TotalMilliseconds:0.0} ms after request {after}";
        AssertWhole(bench, await bench.RunAsync(), whole, 1, where);
        return true;
    }

    private static void AssertWhole(CrashBench bench, CommandResult last, Whole whole, int kills, string where)
    {
        Assert.True(last.ExitCode == 0, $"{where}: {last.Error}");
        var content = FileContent.Of(bench.Target);
        Assert.True(
            whole.Content.SequenceEqual(content),
            $"{where}: missing {string.Join('\n', whole.Content.Except(content).Take(2))}\ntoo much {string.Join('\n', content.Except(whole.Content).Take(2))}");
        var most = (whole.Requests * 1.15) + (kills * CrashBench.Workers);
        Assert.True(bench.Requests <= most, $"{where}: {bench.Requests} requests instead of {whole.Requests}");
        // For each worker the page in flight.
        Assert.True(
            bench.Repeated - whole.Repeated <= kills * CrashBench.Workers,
            $"{where}: {bench.Repeated} pages were asked for again, {whole.Repeated} without a kill");
        Assert.Equal(["sync.c1z"], Directory.GetFileSystemEntries(bench.Workspace.Directory).Select(Path.GetFileName));
    }

    /// <summary>What a run that nobody cuts short leaves and asks.</summary>
    private sealed record Whole(IReadOnlyList<string> Content, long Requests, int Repeated);
}
