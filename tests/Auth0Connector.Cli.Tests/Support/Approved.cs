namespace Auth0Connector.Cli.Tests.Support;

/// <summary>
/// Compares a text with one kept in the repository. To accept new texts:
/// <c>UPDATE_APPROVED=$PWD dotnet test tests/Auth0Connector.Cli.Tests</c>, then read the difference.
/// </summary>
internal static class Approved
{
    /// <summary>Compares a whole file, named from the root of the repository.</summary>
    public static void Check(string path, string text) => Compare(path, _ => text);

    /// <summary>Compares the part of a file between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
    public static void CheckPart(string path, string name, string text) => Compare(path, whole =>
    {
        var begin = $"<!-- {name} -->\n";
        var start = whole.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var end = whole.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        Assert.True(start >= begin.Length && end >= start, $"{path} has no part '{name}'");
        return whole[..start] + text + whole[end..];
    });

    private static void Compare(string path, Func<string, string> expect)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is { Length: > 0 } root)
        {
            var target = Path.Combine(root, path);
            File.WriteAllText(target, expect(File.Exists(target) ? File.ReadAllText(target) : string.Empty));
            return;
        }

        var kept = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "approved", path)).ReplaceLineEndings("\n");
        Assert.Equal(expect(kept), kept);
    }
}
