using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Schema;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>A failure at every write, fsync and rename of the finish: the target is the old file or the new one, whole.</summary>
public sealed class FinishFailureTests
{
    private static readonly string[] Old = ["auth0|old"];
    private static readonly string[] New = ["auth0|new-1", "auth0|new-2"];

    public static TheoryData<string, int> Failures()
    {
        var failures = new TheoryData<string, int>();
        foreach (var target in (string[])["sync.c1z", "sync.db"])
        {
            using var bench = new StagingBench { Target = target };
            bench.Run(Old);
            var disk = new FailingDisk(int.MaxValue);
            Finish(bench, disk);
            for (var step = 1; step <= disk.Steps.Count; step++)
            {
                failures.Add(target, step);
            }
        }

        return failures;
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void The_target_is_the_old_file_or_the_new_one_and_the_next_run_ends_it(string target, int step)
    {
        using var bench = new StagingBench { Target = target };
        bench.Run(Old);
        var former = File.ReadAllBytes(bench.TargetPath);
        var disk = new FailingDisk(step);

        var failure = Assert.Throws<AccessFileException>(() => Finish(bench, disk));

        Assert.Equal(AccessFileErrorKind.DiskFull, failure.Kind);
        var isOld = File.ReadAllBytes(bench.TargetPath).AsSpan().SequenceEqual(former);
        Assert.True(isOld || bench.People().SequenceEqual(New), $"{disk.Steps[^1]} left something else");
        Assert.DoesNotContain(bench.Names, name => name.EndsWith(".tmp", StringComparison.Ordinal));
        using (var next = bench.Open())
        {
            // Only what is in place already is not put there again.
            Assert.Equal(isOld, next.Outcome is not null);
            if (isOld)
            {
                next.Publish(CancellationToken.None);
            }
        }

        Assert.Equal(New, bench.People());
    }

    [Fact]
    public void The_failures_cover_writes_flushes_and_the_rename()
    {
        using var bench = new StagingBench();
        bench.Run(Old);
        var disk = new FailingDisk(int.MaxValue);

        Finish(bench, disk);

        Assert.Contains(disk.Steps, step => step.StartsWith("write", StringComparison.Ordinal));
        Assert.Equal(2, disk.Steps.Count(step => step == "fsync"));
        Assert.Equal(2, disk.Steps.Count(step => step == "fsync the directory"));
        Assert.Single(disk.Steps, "rename");
        Assert.Equal("fsync the directory", disk.Steps[^1]);
    }

    private static void Finish(StagingBench bench, FailingDisk disk)
    {
        using var file = bench.Open(disk: disk);
        StagingBench.Fill(file, New);
        file.End(SyncTypes.Full, "outcome", CancellationToken.None);
        file.Publish(CancellationToken.None);
    }
}
