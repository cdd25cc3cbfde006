using System.Text;

namespace Auth0Connector.MockTenant.Search;

/// <summary>Reads the characters of a Lucene query.</summary>
internal sealed class QueryScanner(string text)
{
    private int _position;

    public bool AtEnd => _position >= text.Length;

    public char Current => AtEnd ? '\0' : text[_position];

    public void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }

    public bool TryTake(char character)
    {
        if (Current != character || AtEnd)
        {
            return false;
        }

        _position++;
        return true;
    }

    public void Expect(char character)
    {
        if (!TryTake(character))
        {
            throw Error($"'{character}' expected");
        }
    }

    /// <summary>Takes an operator like AND, which must end there.</summary>
    public bool TryTakeWord(string word)
    {
        var end = _position + word.Length;
        if (string.CompareOrdinal(text, _position, word, 0, word.Length) != 0
            || (char.IsLetter(word[0]) && end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '('))
        {
            return false;
        }

        _position = end;
        return true;
    }

    public string TakeFieldName()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '.' or '-')
        {
            _position++;
        }

        return _position > start ? text[start.._position] : throw Error("an attribute's name expected");
    }

    /// <summary>A value, quoted or bare, with its escapes resolved; a bare star at the end stays apart.</summary>
    public (string Value, bool EndsWithStar) TakeValue()
    {
        var value = new StringBuilder();
        var quoted = TryTake('"');
        var star = false;
        while (true)
        {
            if (AtEnd)
            {
                return quoted ? throw Error("a closing quote expected") : (value.ToString(), star);
            }

            var character = Current;
            if (quoted ? character == '"' : char.IsWhiteSpace(character) || character is ')' or ']' or '}')
            {
                _position += quoted ? 1 : 0;
                return (value.ToString(), star);
            }

            if (star)
            {
                throw Error("a wildcard is understood at the end of a value only");
            }

            _position++;
            if (character == '*')
            {
                star = true;
            }
            else if (character == '\\' && !AtEnd)
            {
                value.Append(Current);
                _position++;
            }
            else if (!quoted && character is '"' or '(' or '[' or '{')
            {
                throw Error($"'{character}' must be quoted or escaped");
            }
            else
            {
                value.Append(character);
            }
        }
    }

    public FormatException Error(string problem) => new($"Failed to parse query: {problem} at position {_position}.");
}
