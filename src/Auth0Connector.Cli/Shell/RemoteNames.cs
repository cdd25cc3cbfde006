namespace Auth0Connector.Cli.Shell;

/// <summary>What files on this disk are called that stand for objects elsewhere: a person knows these names, not where the copies lie.</summary>
internal sealed class RemoteNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Says what a file stands for.</summary>
    public void Add(string path, string name) => _names[path] = name;

    /// <summary>What a file stands for, or the name itself where it is one; <see langword="null"/> for an ordinary file.</summary>
    public string? Find(string path) => _names.TryGetValue(path, out var name) ? name : _names.ContainsValue(path) ? path : null;

    /// <summary>A text with these names in the place of the files'. What lies beside a file (<c>.partial</c>) is really there, and keeps its path.</summary>
    public string In(string text)
    {
        foreach (var (path, name) in _names)
        {
            for (var at = text.IndexOf(path, StringComparison.Ordinal); at >= 0; at = text.IndexOf(path, at, StringComparison.Ordinal))
            {
                var rest = text[(at + path.Length)..];
                var isBeside = rest is ['.', var next, ..] && char.IsAsciiLetter(next);
                var put = isBeside ? path : name;
                text = text[..at] + put + rest;
                at += put.Length;
            }
        }

        return text;
    }
}
