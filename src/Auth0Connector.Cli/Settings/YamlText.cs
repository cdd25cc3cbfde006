using Auth0Connector.Cli.Shell;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Auth0Connector.Cli.Settings;

/// <summary>Parses the text of a configuration file.</summary>
internal static class YamlText
{
    /// <summary>A larger file is no configuration.</summary>
    public const long MostBytes = 1024 * 1024;

    /// <summary>The root of the first document, or <see langword="null"/> where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How a message names the file.</param>
    /// <exception cref="UsageException">It is no YAML.</exception>
    public static YamlNode? Parse(string text, string name)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(text);
            yaml.Load(reader);
            return yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
        }
        catch (YamlException mistake)
        {
            // The parser's own words may quote the line, and with it a secret.
            var what = mistake.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase) ? "names a key twice" : "is not valid YAML";
            throw new UsageException($"{name}: {what}, at line {mistake.Start.Line}; write one 'name: value' on each line");
        }
    }
}
