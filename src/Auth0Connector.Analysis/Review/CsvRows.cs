using System.Text;

namespace Auth0Connector.Analysis.Review;

/// <summary>Reads comma-separated values (RFC 4180), also with the semicolons that some spreadsheets write.</summary>
internal static class CsvRows
{
    /// <summary>Every row with the number of the line it begins on.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(TextReader reader)
    {
        var separator = '\0';
        var (line, at) = (1, 1);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        while (reader.Read() is var code and >= 0)
        {
            var letter = (char)code;
            if (letter == '\n')
            {
                line++;
            }

            if (isQuoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else
                {
                    isQuoted = false;
                }

                continue;
            }

            if (separator == '\0' && (letter is ',' or ';'))
            {
                separator = letter;
            }

            if (letter == separator)
            {
                Take();
            }
            else if (letter == '\n')
            {
                Take();
                yield return (at, cells.ToArray());
                cells.Clear();
                at = line;
            }
            else if (letter == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter != '\r' || reader.Peek() != '\n')
            {
                cell.Append(letter);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            Take();
            yield return (at, cells.ToArray());
        }

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
