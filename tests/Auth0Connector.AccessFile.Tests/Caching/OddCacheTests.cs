using System.Diagnostics;
using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Tests.Caching;

/// <summary>Whatever is odd about a source, what is kept of it or the folder: the answer is the file's, and nothing fails.</summary>
public sealed class OddCacheTests
{
    private static readonly Dictionary<string, Action<KeptFile>> Kinds = new(StringComparer.Ordinal)
    {
        ["another time of the source"] = static file => File.SetLastWriteTimeUtc(file.Source, DateTime.UtcNow.AddDays(-1)),
        ["another source of the same time"] = static file =>
        {
            var time = File.GetLastWriteTimeUtc(file.Source);
            File.Delete(file.Source);
            KeptFile.Write(file.Source, "other");
            File.SetLastWriteTimeUtc(file.Source, time);
        },
        ["a database that is cut"] = static file => Rewrite(file.Databases[0], static bytes => bytes[..^4096]),
        ["a database that was changed and set back"] = static file =>
        {
            var time = File.GetLastWriteTimeUtc(file.Databases[0]);
            Rewrite(file.Databases[0], static bytes => [.. bytes[..200], 7, .. bytes[201..]]);
            File.SetLastWriteTimeUtc(file.Databases[0], time);
        },
        ["a database of another time"] = static file => File.SetLastWriteTimeUtc(file.Databases[0], DateTime.UtcNow.AddSeconds(1)),
        ["no database"] = static file => File.Delete(file.Databases[0]),
        ["a link to a database"] = static file => Replace(file.Databases[0], path => File.CreateSymbolicLink(path, Moved(path, file))),
        ["a folder for a database"] = static file => Replace(file.Databases[0], static path => Directory.CreateDirectory(path)),
        ["an empty entry"] = static file => Rewrite(file.Entries[0], static _ => []),
        ["a cut entry"] = static file => Rewrite(file.Entries[0], static bytes => bytes[..^5]),
        ["an entry of bytes"] = static file => Rewrite(file.Entries[0], static bytes => [.. bytes.Select(static (_, i) => (byte)(i * 37))]),
        ["an entry of another version"] = static file => Rewrite(file.Entries[0], static bytes => [.. "auth0-connector unpacked 0"u8, .. bytes[26..]]),
        ["an entry of another start of the system"] = static file => File.WriteAllText(
            file.Entries[0], string.Join('\n', File.ReadAllLines(file.Entries[0]).Select(static (line, i) => i == 5 ? "boot" : line)) + "\n"),
        ["a link to an entry"] = static file => Replace(file.Entries[0], path => File.CreateSymbolicLink(path, Moved(path, file))),
        ["a folder for an entry"] = static file => Replace(file.Entries[0], static path => Directory.CreateDirectory(path)),
        ["a folder that others enter"] = static file => File.SetUnixFileMode(file.Cache.Folder, (UnixFileMode)0b111_101_101),
        ["a link to the folder"] = static file => Replace(file.Cache.Folder, path => Directory.CreateSymbolicLink(path, Moved(path, file))),
        ["a file for the folder"] = static file => Replace(file.Cache.Folder, static path => File.WriteAllText(path, "")),
        ["no room"] = static file => file.Cache = file.Cache with { Folder = file.Other("cache/other"), MostBytes = 4096 },
        ["a place that is none"] = static file => file.Cache = file.Cache with { Folder = "/dev/null/cache/" },
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_that_of_the_file(string kind)
    {
        using var file = new KeptFile();
        Assert.Equal(("first", true), file.Ask());
        var former = Path.GetFileName(file.Databases[0]);
        Kinds[kind](file);

        var expected = kind == "another source of the same time" ? "other" : "first";
        using (var reader = file.Open())
        {
            Assert.Equal(expected, KeptFile.Word(reader));
            Assert.DoesNotContain(former, reader.Uri, StringComparison.Ordinal);
        }

        Assert.Equal(expected, file.Ask().Word);
    }

    [Fact]
    public void Root_keeps_nothing_of_a_file_of_somebody_else()
    {
        using var file = new KeptFile();
        using var change = Process.Start(new ProcessStartInfo("chown", ["12345", file.Source]) { RedirectStandardError = true, UseShellExecute = false })!;
        change.WaitForExit();

        // Whoever is not root cannot give a file away, and it stays their own.
        Assert.Equal(("first", UnixCalls.User() != 0), file.Ask());
    }

    private static void Rewrite(string path, Func<byte[], byte[]> change) => File.WriteAllBytes(path, change(File.ReadAllBytes(path)));

    private static string Moved(string path, KeptFile file) => file.Other("moved-" + Path.GetFileName(path));

    // What stood there is moved aside first, where links find it.
    private static void Replace(string path, Action<string> make)
    {
        Directory.Move(path, Path.Combine(Path.GetDirectoryName(path)!.Replace("/cache", "", StringComparison.Ordinal), "moved-" + Path.GetFileName(path)));
        make(path);
    }
}
