using System.Globalization;
using System.Text;
using Auth0Connector.AccessFile.Disk;

namespace Auth0Connector.AccessFile.Caching;

/// <summary>What is written beside an unpacked database, last: of which file it is, and how both were then.</summary>
/// <param name="SourcePath">The file's name without links.</param>
/// <param name="SourceState">How it was.</param>
/// <param name="DatabaseName">The database's name in the folder.</param>
/// <param name="DatabaseState">How it was when it was whole.</param>
/// <param name="Boot">Since which start of the system it is there: what a crash left of it, nobody knows.</param>
internal sealed record CacheEntry(string SourcePath, string SourceState, string DatabaseName, string DatabaseState, string Boot)
{
    public const string Extension = ".entry";
    public const string DatabaseExtension = ".db";
    public const long MostBytes = 1 << 16;

    private const string Version = "auth0-connector unpacked 1";

    /// <summary>Null where the text is none of this version, or is not whole.</summary>
    public static CacheEntry? Parse(string text)
    {
        return text.Split('\n') is [Version, var source, var sourceState, var name, var state, var boot, "end", ""]
            && Convert.TryFromBase64String(source, new byte[source.Length], out _)
            && name.EndsWith(DatabaseExtension, StringComparison.Ordinal) && Path.GetFileName(name) == name
            ? new CacheEntry(Encoding.UTF8.GetString(Convert.FromBase64String(source)), sourceState, name, state, boot)
            : null;
    }

    /// <summary>Null where there is none, or nobody can read it.</summary>
    public static CacheEntry? Read(string path)
    {
        var facts = FileFacts.Of(path);
        return facts is { Kind: FileKind.Regular, Size: <= MostBytes } && IsOwn(facts) ? Parse(File.ReadAllText(path)) : null;
    }

    public static bool IsOwn(FileFacts facts) => OperatingSystem.IsWindows() || facts.Owner == UnixCalls.User();

    /// <summary>Whether the file is still what it was; one that is gone is not.</summary>
    public bool IsOfNow() => FileFacts.Of(SourcePath) is { Kind: FileKind.Regular } facts && facts.State == SourceState;

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Version}\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(SourcePath))}\n{SourceState}\n{DatabaseName}\n{DatabaseState}\n{Boot}\nend\n");
}
