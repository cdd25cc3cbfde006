using System.Security.Cryptography;
using System.Text;

namespace Auth0Connector.Service.Secrets.Age;

/// <summary>The text before the content: who can open the file, and the proof that nobody changed that.</summary>
internal sealed class AgeHeader
{
    private const string Version = "age-encryption.org/v1";
    private const string StanzaMark = "-> ";
    private const string EndMark = "---";
    private const int Columns = 64;
    private const int MacSize = 32;
    private const int MostBytes = 64 * 1024;

    private readonly byte[] _mac;

    // What the proof is of: everything up to and including the mark of the end.
    private readonly byte[] _proven;

    private AgeHeader(IReadOnlyList<AgeStanza> stanzas, byte[] proven, byte[] mac, int size)
    {
        Stanzas = stanzas;
        Size = size;
        _proven = proven;
        _mac = mac;
    }

    /// <summary>The recipients.</summary>
    public IReadOnlyList<AgeStanza> Stanzas { get; }

    /// <summary>How many bytes of the file it takes.</summary>
    public int Size { get; }

    public static byte[] Write(AgeStanza stanza, ReadOnlySpan<byte> fileKey)
    {
        var text = new StringBuilder().Append(Version).Append('\n')
            .Append(StanzaMark).AppendJoin(' ', [stanza.Type, .. stanza.Arguments]).Append('\n');
        var body = AgeText.Encode(stanza.Body);
        for (var at = 0; at <= body.Length; at += Columns)
        {
            text.Append(body, at, Math.Min(Columns, body.Length - at)).Append('\n');
        }

        text.Append(EndMark);
        var mac = Prove(fileKey, Encoding.ASCII.GetBytes(text.ToString()));
        return Encoding.ASCII.GetBytes(text.Append(' ').Append(AgeText.Encode(mac)).Append('\n').ToString());
    }

    /// <summary>The header that a file begins with.</summary>
    /// <exception cref="FormatException">It is none, or cut.</exception>
    public static AgeHeader Read(ReadOnlySpan<byte> file)
    {
        var lines = new LineCursor(file[..Math.Min(file.Length, MostBytes)]);
        if (!lines.Next().SequenceEqual(Encoding.ASCII.GetBytes(Version)))
        {
            throw new FormatException("it is no age file");
        }

        var stanzas = new List<AgeStanza>();
        while (true)
        {
            var began = lines.At;
            var line = lines.Next();
            if (line.StartsWith(Encoding.ASCII.GetBytes(StanzaMark)))
            {
                stanzas.Add(ReadStanza(line[StanzaMark.Length..], ref lines));
            }
            else if (line.StartsWith(Encoding.ASCII.GetBytes(EndMark + " ")))
            {
                var mac = AgeText.Decode(line[(EndMark.Length + 1)..]);
                return mac.Length == MacSize && stanzas.Count > 0
                    ? new AgeHeader(stanzas, file[..(began + EndMark.Length)].ToArray(), mac, lines.At)
                    : throw new FormatException("its header does not end as one of age does");
            }
            else
            {
                throw new FormatException("its header is damaged");
            }
        }
    }

    /// <summary>Whether the header is as whoever knew the file key wrote it.</summary>
    public bool IsProvenBy(ReadOnlySpan<byte> fileKey) => CryptographicOperations.FixedTimeEquals(Prove(fileKey, _proven), _mac);

    private static byte[] Prove(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> text)
    {
        var key = AgeCipher.Derive(fileKey, [], "header");
        var mac = HMACSHA256.HashData(key, text);
        CryptographicOperations.ZeroMemory(key);
        return mac;
    }

    private static AgeStanza ReadStanza(ReadOnlySpan<byte> line, ref LineCursor lines)
    {
        var words = Encoding.ASCII.GetString(line).Split(' ');
        if (words.Any(static word => word.Length == 0) || line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            throw new FormatException("its header is damaged");
        }

        var body = new List<byte>();
        while (true)
        {
            var text = lines.Next();
            if (text.Length > Columns)
            {
                throw new FormatException("its header is damaged");
            }

            body.AddRange(AgeText.Decode(text));
            if (text.Length < Columns)
            {
                return new AgeStanza(words[0], words[1..], [.. body]);
            }
        }
    }

    private ref struct LineCursor(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;

        public int At { get; private set; }

        public ReadOnlySpan<byte> Next()
        {
            var rest = _text[At..];
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                throw new FormatException("it is cut short");
            }

            At += end + 1;
            return rest[..end];
        }
    }
}
