using System.Security.Cryptography;
using System.Text;
using Auth0Connector.Tables.Reading;

namespace Auth0Connector.Tables.Decisions;

/// <summary>
/// A sheet of decisions: a person, a role, an organization or both, and where there is a column <c>decision</c>, only the
/// lines that say so are acted on. What looks at a sheet and what carries it out read it by this alone.
/// </summary>
public sealed class DecisionSheet
{
    // A workbook goes on in a further sheet where one is full; numbers of lines stay apart.
    private const int MostRows = 1_048_576;

    private readonly List<DecisionLine> _lines = [];
    private readonly List<ReviewedAccess> _reviewed = [];
    private readonly List<string> _short = [];
    private readonly Dictionary<string, (bool IsTaken, string Place)> _decided = new(StringComparer.OrdinalIgnoreCase);

    private DecisionSheet(string fingerprint) => Fingerprint = fingerprint;

    /// <summary>SHA-256 of the sheet: a changed sheet is another one.</summary>
    public string Fingerprint { get; }

    /// <summary>The lines that ask for something to be taken.</summary>
    public IReadOnlyList<DecisionLine> Lines => _lines;

    /// <summary>The same lines by the ids of an access file; empty texts where the sheet has no such columns.</summary>
    public IReadOnlyList<ReviewedAccess> Reviewed => _reviewed;

    /// <summary>Lines that say to keep.</summary>
    public int Kept { get; private set; }

    /// <summary>Lines that nobody has decided.</summary>
    public int Undecided { get; private set; }

    /// <summary>Undecided lines that end before the column of decisions, by their place.</summary>
    public IReadOnlyList<string> Short => _short;

    /// <summary>The first column of a review's sheet, decisions included, that is missing.</summary>
    public string? MissingOfReview { get; private set; }

    /// <summary>Whether its columns name access that can be taken.</summary>
    public bool CanChange { get; private set; } = true;

    /// <summary>Reads a sheet that is text already.</summary>
    /// <exception cref="SheetException">It is none, or a decision in it is not clear.</exception>
    public static DecisionSheet Parse(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the file of a sheet.</summary>
    /// <exception cref="SheetException">It is none, or a decision in it is not clear.</exception>
    public static DecisionSheet Read(byte[] file)
    {
        var tables = SheetReader.Read(file);
        var sheet = new DecisionSheet(Convert.ToHexStringLower(SHA256.HashData(file)));
        var used = tables.Where(static table => table.Rows.Count > 0 && (table.Name is null || new DecisionHeading(table.Rows[0].Cells).IsKnown)).ToList();
        if (used.Count == 0)
        {
            throw new SheetException(tables.Any(static table => table.Rows.Count > 0)
                ? "holds no sheet of decisions: its first line must name the columns: user, and role or organization"
                : "is empty; the first line of a sheet names the columns");
        }

        for (var i = 0; i < used.Count; i++)
        {
            sheet.Add(used[i], i * MostRows);
        }

        return sheet._lines.Count + sheet.Kept + sheet.Undecided > 0 ? sheet : throw new SheetException("has no line below its heading");
    }

    private void Add(SheetTable table, int offset)
    {
        var heading = new DecisionHeading(table.Rows[0].Cells);
        if (heading.Problem() is { } problem)
        {
            throw new SheetException($"{table.Place(table.Rows[0].Line)} {problem}");
        }

        MissingOfReview ??= heading.MissingOfReview();
        CanChange &= heading.CanChange;
        var columns = new DecisionColumns(heading, table);
        foreach (var row in table.Rows.Skip(1))
        {
            columns.Check(row);
            columns.CheckStrays(row);
            Decide(table, columns, row, offset + row.Line);
        }
    }

    private void Decide(SheetTable table, DecisionColumns columns, SheetRow row, int line)
    {
        if (columns.IsTaken(row) is not { } isTaken)
        {
            Undecided++;
            if (columns.IsShort(row))
            {
                _short.Add(table.Place(row.Line));
            }

            return;
        }

        var place = table.Place(row.Line);
        var first = _decided.TryGetValue(columns.Key(row), out var before) ? before : (_decided[columns.Key(row)] = (isTaken, place));
        if (first.IsTaken != isTaken)
        {
            throw new SheetException($"{first.Place} says to {Word(first.IsTaken)} what {place} says to {Word(isTaken)}; decide the same access once");
        }

        if (isTaken)
        {
            _lines.Add(columns.Line(row, line));
            _reviewed.Add(columns.Reviewed(row, line));
        }
        else
        {
            Kept++;
        }
    }

    private static string Word(bool isTaken) => isTaken ? "revoke" : "keep";
}
