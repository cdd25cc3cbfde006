using System.Diagnostics;

namespace Auth0Connector.Cli.Tests.Safety;

/// <summary>Whatever lies in the target's place, the program ends with an error line and a code, and leaves it as it was.</summary>
public sealed class ForeignFileTests
{
    private const int Seed = 20261124;
    private const int Files = 100;

    [Fact]
    public async Task A_hundred_damaged_files_are_refused_or_carried_and_never_crash()
    {
        await using var bench = await TenantBench.StartAsync();
        Assert.Equal(0, (await bench.Workspace.RunAsync()).ExitCode);
        var original = await File.ReadAllBytesAsync(bench.Target);
        var refused = 0;
        for (var i = 0; i < Files; i++)
        {
            var bytes = FileMutation.Of(original, new Random(Seed + i));
            await File.WriteAllBytesAsync(bench.Target, bytes);

            var result = await bench.Workspace.RunAsync("--log-format", "console", "--log-level", "error");

            Assert.True(result.ExitCode is 0 or 13, $"seed {Seed + i}: {result.Error}");
            if (result.ExitCode == 13)
            {
                refused++;
                Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', result.Error.TrimEnd());
                Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.Target));
            }

            Assert.Equal(["sync.c1z"], Directory.GetFileSystemEntries(bench.Workspace.Directory).Select(Path.GetFileName));
        }

        Assert.InRange(refused, Files / 2, Files);
    }

    [Fact]
    public async Task A_hundred_damaged_files_are_read_or_refused_and_never_crash()
    {
        await using var bench = await TenantBench.StartAsync();
        Assert.Equal(0, (await bench.Workspace.RunAsync()).ExitCode);
        var original = await File.ReadAllBytesAsync(bench.Target);
        for (var i = 0; i < Files; i++)
        {
            var bytes = FileMutation.Of(original, new Random(Seed - i));
            await File.WriteAllBytesAsync(bench.Target, bytes);

            var result = await bench.Workspace.RunAsync("completeness", "-f", "sync.c1z");

            Assert.True(result.ExitCode is 0 or 13 or 14, $"seed {Seed - i}: {result.Error}");
            Assert.True(result.ExitCode == 0 || result.Error.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)) == 1, result.Error);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.Target));
        }
    }

    [Theory]
    [InlineData("completeness")]
    [InlineData("resources")]
    [InlineData("stats")]
    [InlineData("diff")]
    [InlineData("who", "--role", "Admin")]
    public async Task The_limits_hold_for_commands_that_read(params string[] command)
    {
        await using var bench = await TenantBench.StartAsync();
        await File.WriteAllBytesAsync(bench.Target, Bomb(isDeclared: false));
        bench.Workspace.Variables["BATON_DECODER_MAX_DECODED_SIZE_MB"] = "16";

        var result = await bench.Workspace.RunAsync([.. command, "-f", "sync.c1z"]);

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("BATON_DECODER_MAX_DECODED_SIZE_MB raises it", result.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C1Z3 and more", "sync.c1z is a Pebble access file, which is not written here; choose another name, or move it away")]
    [InlineData("my notes", "sync.c1z is no access file and is not overwritten; choose another name, or move it away")]
    [InlineData("C1Z", "sync.c1z is no access file and is not overwritten; choose another name, or move it away")]
    [InlineData("C1ZF\0 this is no zstd", "The file 'sync.c1z' is damaged")]
    public async Task What_is_no_access_file_is_named_with_the_remedy(string text, string message)
    {
        await using var bench = await TenantBench.StartAsync();
        bench.Workspace.Write("sync.c1z", text);

        var result = await bench.Workspace.RunAsync();

        Assert.Equal(13, result.ExitCode);
        Assert.Contains(message, result.ErrorLine.Replace(bench.Target, "sync.c1z", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("move it away", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(bench.Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bomb_is_refused_within_the_limits_and_little_memory(bool isDeclared)
    {
        await using var bench = await TenantBench.StartAsync();
        await File.WriteAllBytesAsync(bench.Target, Bomb(isDeclared));
        bench.Workspace.Variables["BATON_DECODER_MAX_DECODED_SIZE_MB"] = "16";
        // 100 MB for everything that is managed: the bomb unpacks to 256.
        bench.Workspace.Variables["DOTNET_GCHeapHardLimit"] = "6400000";

        var result = await RealProcess.RunAsync(bench.Workspace);

        Assert.Equal(13, result.ExitCode);
        Assert.Contains("BATON_DECODER_MAX_DECODED_SIZE_MB raises it", result.ErrorLine, StringComparison.Ordinal);
        Assert.Equal(["sync.c1z"], Directory.GetFileSystemEntries(bench.Workspace.Directory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_directory_that_takes_no_files_is_said_so_before_anything_is_asked()
    {
        if (!Directory.Exists("/proc/self"))
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();

        // Nobody may make files there, not even the super-user.
        var result = await bench.Workspace.RunAsync("-f", "/proc/sync.c1z");

        Assert.Equal(13, result.ExitCode);
        Assert.StartsWith("error: Cannot write '/proc/sync.c1z': ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error.TrimEnd());
        Assert.Equal(0, bench.Tenant.Requests.Total);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_so_and_leaves_the_former_file()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var bench = await TenantBench.StartAsync();
        Assert.Equal(0, (await bench.Workspace.RunAsync()).ExitCode);
        var former = await File.ReadAllBytesAsync(bench.Target);

        // The system refuses every write beyond 64 kB of a file, as a full disk does in the middle of one.
        var start = ProgramStart.Of("sh", bench.Workspace.Directory, ["-c", "trap '' XFSZ; ulimit -f 128; exec dotnet \"$0\"", RealProcess.Program]);
        foreach (var (name, value) in bench.Workspace.Variables)
        {
            start.Environment[name] = value;
        }

        // The runtime would want a file of its own for this.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 13, error);
        Assert.Single(error.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.Equal(former, await File.ReadAllBytesAsync(bench.Target));
    }

    private static byte[] Bomb(bool isDeclared)
    {
        const int Zeros = 256 << 20;
        using var target = new MemoryStream();
        target.Write("C1ZF\0"u8);
        using (var stream = new ZstdSharp.CompressionStream(target, 3, leaveOpen: true))
        {
            if (isDeclared)
            {
                stream.SetPledgedSrcSize(Zeros);
            }

            var block = new byte[1 << 20];
            for (var i = 0; i < Zeros / block.Length; i++)
            {
                stream.Write(block);
            }
        }

        return target.ToArray();
    }
}
