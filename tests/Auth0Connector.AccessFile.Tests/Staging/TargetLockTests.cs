using System.Globalization;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Staging;

namespace Auth0Connector.AccessFile.Tests.Staging;

public sealed class TargetLockTests : IDisposable
{
    private readonly StagingBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_second_is_told_who_holds_it_and_since_when()
    {
        using var first = TargetLock.Take(_bench.TargetPath, _bench.Clock);

        var failure = Assert.Throws<AccessFileException>(() => TargetLock.Take(_bench.TargetPath, _bench.Clock));

        Assert.Equal(AccessFileErrorKind.Locked, failure.Kind);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
        Assert.Contains("2026-11-23T03:00:00Z", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_back_it_is_free_and_leaves_nothing()
    {
        TargetLock.Take(_bench.TargetPath, _bench.Clock).Dispose();
        Assert.Empty(_bench.Names);

        TargetLock.Take(_bench.TargetPath, _bench.Clock).Dispose();
    }

    [Fact]
    public void A_file_that_a_killed_run_left_blocks_nobody()
    {
        File.WriteAllText(_bench.TargetPath + ".lock", "4711 2026-11-22T03:00:00Z 0123\n");

        using var held = TargetLock.Take(_bench.TargetPath, _bench.Clock);

        Assert.Equal(["sync.c1z.lock"], _bench.Names);
    }

    [Fact]
    public async Task Of_many_at_once_one_holds_it_at_any_time()
    {
        var holders = 0;
        var most = 0;
        var taken = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), async (_, _) =>
        {
            await Task.Yield();
            try
            {
                using var held = TargetLock.Take(_bench.TargetPath, _bench.Clock, CancellationToken.None);
                InterlockedMax(ref most, Interlocked.Increment(ref holders));
                Interlocked.Increment(ref taken);
                Interlocked.Decrement(ref holders);
            }
            catch (AccessFileException failure) when (failure.Kind == AccessFileErrorKind.Locked)
            {
                // Somebody else has it.
            }
        });

        Assert.Equal(1, most);
        Assert.True(taken > 0);
    }

    [Fact]
    public void Two_targets_do_not_concern_each_other()
    {
        using var one = TargetLock.Take(_bench.TargetPath, _bench.Clock);
        using var other = TargetLock.Take(_bench.TargetPath + "2", _bench.Clock);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        var seen = Volatile.Read(ref most);
        while (value > seen)
        {
            seen = Interlocked.CompareExchange(ref most, value, seen) is var before && before == seen ? value : before;
        }
    }
}
