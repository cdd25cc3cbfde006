using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Analysis.Report;

/// <summary>The page without its data, put together from the files in Page, which are part of the assembly.</summary>
internal static class ReportPage
{
    private const string Folder = "report/";

    /// <summary>The one style.</summary>
    public static string Style { get; } = Read("page.css");

    /// <summary>The one script: the files of Page in the order of their numbers, each other's only.</summary>
    public static string Script { get; } = $"'use strict';\n(() => {{\n{string.Concat(Scripts().Select(Read))}}})();";

    /// <summary>How the policy names a text.</summary>
    public static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The texts of the page, each with the name of what follows it.</summary>
    public static IEnumerable<(string Text, string Mark)> Parts()
    {
        var page = Read("page.html");
        for (var at = 0; at < page.Length;)
        {
            var open = page.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
            {
                yield return (page[at..], string.Empty);
                yield break;
            }

            var close = page.IndexOf("}}", open, StringComparison.Ordinal);
            yield return (page[at..open], page[(open + 2)..close]);
            at = close + 2;
        }
    }

    private static IEnumerable<string> Scripts() =>
        typeof(ReportPage).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .OrderBy(name => int.Parse(name.AsSpan(0, name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture));

    private static string Read(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"the assembly lacks {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
