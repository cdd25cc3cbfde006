using System.Text;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>
/// Reads comma-separated records (RFC 4180): quoted fields may hold commas, quotes and line breaks. The semicolons that
/// spreadsheets of many countries write separate as well, where the heading has them first.
/// </summary>
internal static class CsvRecords
{
    /// <summary>Each record with the number of the line it begins on.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var line = 1;
        var begin = 1;
        var quoted = false;
        var separator = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            line += letter == '\n' ? 1 : 0;
            if (separator == '\0' && !quoted && (letter is ',' or ';'))
            {
                separator = letter;
            }

            if (quoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else if (letter == '"' && (quoted || field.Length == 0))
            {
                quoted = !quoted;
            }
            else if (quoted || (letter != separator && letter is not ('\n' or '\r')))
            {
                field.Append(letter);
            }
            else if (letter == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (letter == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                yield return (begin, fields);
                fields = [];
                begin = line;
            }
        }

        if (quoted)
        {
            throw new ProvisioningException(ProvisioningErrorKind.Unusable, $"line {begin} has a quote that does not end");
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return (begin, fields);
        }
    }
}
