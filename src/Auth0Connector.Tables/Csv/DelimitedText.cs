using System.Text;

namespace Auth0Connector.Tables.Csv;

/// <summary>
/// Reads delimited text (RFC 4180): quoted fields may hold separators, quotes and line breaks; lines may end in any of the
/// three ways. Which of comma, semicolon and tab separates, the heading shows.
/// </summary>
internal sealed class DelimitedText
{
    private readonly string _text;
    private readonly char _separator;
    private readonly StringBuilder _field = new();
    private List<string> _fields = [];
    private int _at;
    private int _line = 1;

    private DelimitedText(string text)
    {
        _text = text;
        _separator = Separator(text, out _at);
        _line += text.AsSpan(0, _at).Count('\n');
    }

    /// <summary>Each record with the number of the line it begins on.</summary>
    /// <exception cref="SheetException">A quote does not end, or ends in the middle of a cell.</exception>
    public static IEnumerable<SheetRow> Read(string text)
    {
        var reader = new DelimitedText(text);
        while (reader._at < text.Length)
        {
            yield return reader.Record();
        }
    }

    private SheetRow Record()
    {
        var begin = _line;
        _fields = [];
        do
        {
            Field(begin);
        }
        while (Skip(_separator));
        SkipLineBreak();
        return new SheetRow(begin, _fields);
    }

    private void Field(int begin)
    {
        _field.Clear();
        if (_at < _text.Length && _text[_at] == '"')
        {
            Quoted(begin);
            while (_at < _text.Length && _text[_at] == ' ')
            {
                _at++;
            }

            if (!IsEnd())
            {
                throw new SheetException($"line {begin}: a quote ends before the cell does, in line {_line}; write a quote inside a cell twice");
            }
        }
        else
        {
            var end = _text.AsSpan(_at).IndexOfAny(_separator, '\n', '\r');
            _field.Append(end < 0 ? _text.AsSpan(_at) : _text.AsSpan(_at, end));
            _at += _field.Length;
        }

        _fields.Add(_field.ToString());
    }

    private void Quoted(int begin)
    {
        for (_at++; _at < _text.Length; _at++)
        {
            var letter = _text[_at];
            if (letter == '"' && (_at + 1 >= _text.Length || _text[_at + 1] != '"'))
            {
                _at++;
                return;
            }

            _at += letter == '"' ? 1 : 0;
            _line += letter == '\n' || (letter == '\r' && (_at + 1 >= _text.Length || _text[_at + 1] != '\n')) ? 1 : 0;
            _field.Append(letter);
        }

        throw new SheetException($"line {begin} has a quote that does not end");
    }

    private bool IsEnd() => _at >= _text.Length || _text[_at] == _separator || _text[_at] is '\n' or '\r';

    private bool Skip(char letter)
    {
        var isThere = _at < _text.Length && _text[_at] == letter;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipLineBreak()
    {
        var isCarried = Skip('\r');
        if (Skip('\n') || isCarried)
        {
            _line++;
        }
    }

    // Excel writes the separator into a first line of its own; elsewhere the heading has it most often.
    private static char Separator(string text, out int begin)
    {
        begin = 0;
        if (text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\r' or '\n'))
        {
            begin = text.AsSpan(5).StartsWith("\r\n") ? 7 : Math.Min(6, text.Length);
            return text[4];
        }

        var heading = text.AsSpan().TrimStart("\r\n \uFEFF");
        var isQuoted = false;
        Span<int> counts = stackalloc int[3];
        foreach (var letter in heading)
        {
            isQuoted ^= letter == '"';
            if (!isQuoted && letter is '\n' or '\r')
            {
                break;
            }

            if (!isQuoted && ",;\t".IndexOf(letter, StringComparison.Ordinal) is var kind and >= 0)
            {
                counts[kind]++;
            }
        }

        return counts[1] > counts[0] && counts[1] >= counts[2] ? ';' : counts[2] > counts[0] ? '\t' : ',';
    }
}
