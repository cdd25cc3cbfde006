using Auth0Connector.MockTenant;
using Xunit.Abstractions;

namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>Whatever becomes of a working file between two runs, the next one ends with the right content.</summary>
public sealed class DamagedWorkingFileTests(ITestOutputHelper output)
{
    private const int All = 360;

    // A stride by seed; the whole with DAMAGE_ALL=1.
    private const int Stride = 5;

    private static readonly MockTenantOptions Small = new() { Users = 240, Roles = 5, Organizations = 8, Groups = 3, UnlistedUsers = 2, DeletedUsers = 1, EveryoneOrganization = true };

    [Fact]
    public async Task A_run_after_any_damage_starts_over_or_goes_on_and_its_file_is_right()
    {
        var isAll = Environment.GetEnvironmentVariable("DAMAGE_ALL") == "1";
        var seed = Environment.GetEnvironmentVariable("DAMAGE_SEED") is { Length: > 0 } text
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"DAMAGE_SEED={seed}");
        await using var run = await LeftRun.OfAsync(Small);
        var left = new Dictionary<string, IReadOnlyDictionary<string, byte[]>>(StringComparer.Ordinal);
        foreach (var phase in LeftRun.Phases)
        {
            left[phase] = await run.LeaveAsync(phase, phase);
        }

        Directory.CreateDirectory(run.Bench.Folder.File("whole"));
        await run.SyncAsync("whole", run.Bench.Reporter, LeftRun.NullLines, CancellationToken.None);
        var whole = run.Content("whole");
        var startedOver = 0;
        var begin = isAll ? 0 : seed % Stride;
        var tries = Enumerable.Range(0, All).Where(number => isAll || number % Stride == Math.Abs(begin)).ToList();
        foreach (var number in tries)
        {
            var random = new Random(unchecked(seed + number));
            var phase = LeftRun.Phases[number % LeftRun.Phases.Length];
            var other = LeftRun.Phases[random.Next(LeftRun.Phases.Length)];
            var (what, files) = WorkingFileDamage.Of(left[phase], left[other], random);
            var where = $"DAMAGE_SEED={seed} DAMAGE_ALL={(isAll ? 1 : 0)}, {number}: {phase}, {what}";
            var folder = $"try-{number}";
            run.Put(folder, files);
            var lines = new RecordingLog();

            var failure = await Record.ExceptionAsync(() => run.SyncAsync(folder, new RecordingReporter(), lines, CancellationToken.None));

            Assert.True(failure is null, $"{where}: {failure}");
            var content = run.Content(folder);
            Assert.True(whole.SequenceEqual(content), $"{where}: {whole.Except(content).Count()} missing, {content.Except(whole).Count()} invented");
            Assert.InRange(lines.StartsOver().Count, 0, 1);
            startedOver += lines.StartsOver().Count;
            Directory.Delete(run.Bench.Folder.File(folder), recursive: true);
        }

        output.WriteLine($"{startedOver} of {tries.Count} started over");
        Assert.InRange(startedOver, 1, tries.Count);
    }

    [Theory]
    [MemberData(nameof(EveryPhase))]
    public async Task A_run_that_nobody_touched_goes_on_from_every_phase(string phase)
    {
        await using var run = await LeftRun.OfAsync(Small);
        run.Put("again", await run.LeaveAsync(phase, phase));
        var lines = new RecordingLog();

        var summary = await run.SyncAsync("again", new RecordingReporter(), lines, CancellationToken.None);

        Assert.True(summary.Resumed);
        Assert.Empty(lines.StartsOver());
        Directory.CreateDirectory(run.Bench.Folder.File("whole"));
        await run.SyncAsync("whole", run.Bench.Reporter, LeftRun.NullLines, CancellationToken.None);
        Assert.Equal(run.Content("whole"), run.Content("again"));
    }

    public static TheoryData<string> EveryPhase() => [.. LeftRun.Phases];
}
