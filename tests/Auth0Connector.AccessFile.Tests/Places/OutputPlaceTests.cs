using System.Diagnostics;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;

namespace Auth0Connector.AccessFile.Tests.Places;

public sealed class OutputPlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_name_that_is_free_and_a_file_stand_for_themselves()
    {
        File.WriteAllText(_folder.File("a"), "x");

        Assert.Equal(_folder.File("a"), OutputPlace.ForReplacing(_folder.File("a")));
        Assert.Equal(_folder.File("b"), OutputPlace.ForReplacing(_folder.File("b")));
        Assert.Equal(_folder.File("b"), OutputPlace.ForAppending(_folder.File("b")));
    }

    [Fact]
    public void Links_are_followed_to_the_real_file_from_where_they_really_lie()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A folder that is a link itself: what '..' means is a matter of the real one.
        Directory.CreateDirectory(_folder.File("deep/deeper"));
        File.WriteAllText(_folder.File("deep/real"), "x");
        File.WriteAllText(_folder.File("real"), "not this one");
        File.CreateSymbolicLink(_folder.File("deep/deeper/second"), "../real");
        Directory.CreateSymbolicLink(_folder.File("short"), "deep/deeper");
        File.CreateSymbolicLink(_folder.File("first"), "short/second");

        Assert.Equal(_folder.File("deep/real"), OutputPlace.ForReplacing(_folder.File("first")));
        Assert.Equal(_folder.File("deep/real"), OutputPlace.ForAppending(_folder.File("short/second")));
    }

    [Theory]
    [InlineData("mkdir it", "a directory")]
    [InlineData("mkfifo it", "a named pipe")]
    [InlineData("mkdir folder; ln -s folder it", "a directory")]
    [InlineData("mkfifo pipe; ln -s pipe it", "a named pipe")]
    [InlineData("ln -s /dev/null it", "a device")]
    [InlineData("ln -s nothing it", "a link to nothing")]
    [InlineData("ln -s it it", "leads in a circle")]
    public void Everything_else_is_named_and_left(string making, string word)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Shell(making);

        foreach (var find in (Func<string, string>[])[OutputPlace.ForReplacing, OutputPlace.ForAppending])
        {
            var failure = Assert.Throws<AccessFileException>(() => find(_folder.File("it")));

            Assert.Equal(AccessFileErrorKind.NotWritable, failure.Kind);
            Assert.Contains($"'{_folder.File("it")}'", failure.Message, StringComparison.Ordinal);
            Assert.Contains(word, failure.Message, StringComparison.Ordinal);
        }
    }

    private void Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = _folder.Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
