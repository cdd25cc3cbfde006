using Auth0Connector.AccessFile.Completeness;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Spectre.Console;

namespace Auth0Connector.Cli.Sync;

/// <summary>The proof for a person: a line for each collection, what was skipped, what was written out.</summary>
internal static class ProofTable
{
    // What all numbers need; lines that a terminal breaks still say everything.
    private const int WidthOfNumbers = 130;

    /// <summary>Writes a line for each collection: how much came, and what it is known by to be all.</summary>
    public static void WriteCollections(CompletenessProof proof, Session session)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Collection").NoWrap());
        table.AddColumn(new TableColumn("Lists").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Records").RightAligned().NoWrap());
        table.AddColumn("Whole, known by");
        foreach (var line in proof.Collections)
        {
            table.AddRow(Printable.Markup(line.Collection), Amount.Count(line.Lists), Amount.Count(line.Received), line.Whole ? Printable.Markup(KnownBy(line)) : "not whole");
        }

        session.Consoles.Out.Write(table);
    }

    /// <summary>Writes every number of the proof as a table, however wide.</summary>
    public static void WriteNumbers(CompletenessProof proof, Session session)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("Collection").NoWrap());
        table.AddColumn("Known by");
        var vanished = proof.Collections.Any(static line => line.Vanished > 0);
        foreach (var title in (string[])["Lists", "Expected", "Received", "In file", "Twice", "Fetched", "Left out", .. vanished ? ["Vanished"] : (string[])[]])
        {
            table.AddColumn(new TableColumn(title).RightAligned().NoWrap());
        }

        table.AddColumn("Whole");
        foreach (var line in proof.Collections)
        {
            table.AddRow([
                Printable.Markup(line.Collection),
                Printable.Markup(KnownBy(line)),
                Amount.Count(line.Lists),
                line.Expected is { } expected ? Amount.Count(expected) : "-",
                Amount.Count(line.Received),
                Amount.Count(line.Rows),
                Amount.Count(line.Duplicates),
                Amount.Count(line.Repaired),
                Amount.Count(line.DroppedUnknownPrincipal + line.DroppedUnknownEntitlement),
                .. vanished ? [Amount.Count(line.Vanished)] : (string[])[],
                line.Whole ? "yes" : "no",
            ]);
        }

        var console = session.Consoles.Out;
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, WidthOfNumbers);
        console.Write(table);
        console.Profile.Width = width;
    }

    // What the parts of a listing are known by is what it is known by; files of earlier versions only say how it was read.
    private static string KnownBy(CollectionProof line)
    {
        var words = line.Evidence.Where(static entry => entry.Key != "parts").OrderByDescending(static entry => entry.Value).Select(static entry => entry.Key).ToList();
        return words.Count > 0 ? string.Join(", ", words) : line.Method;
    }

    /// <summary>Writes what a person has to know besides: what was left alone, and circles.</summary>
    public static void WriteRemarks(CompletenessProof proof, Session session)
    {
        foreach (var skip in proof.Skipped)
        {
            session.Consoles.WriteResult($"Skipped {Printable.Of(skip.What)}: {Printable.Of(skip.Why)}. {Printable.Of(skip.Remedy)}");
        }

        var dropped = proof.Collections.Sum(static line => line.DroppedUnknownPrincipal + line.DroppedUnknownEntitlement);
        if (dropped > 0)
        {
            session.Consoles.WriteResult($"Left out {Amount.Count(dropped)} grants of or to what no longer exists in the tenant.");
        }

        if (proof.Expansion is not { } expansion)
        {
            return;
        }

        if (expansion.Added + expansion.Updated > 0)
        {
            session.Consoles.WriteResult($"Wrote out {Amount.Count(expansion.Added)} inherited grants; {Amount.Count(expansion.Updated)} more are held directly as well.");
        }

        foreach (var cycle in expansion.Cycles)
        {
            session.Consoles.WriteResult($"In a circle, so that nothing is passed on inside: {Printable.Of(string.Join(", ", cycle))}.");
        }

        if (expansion.UnknownLinks + expansion.LinksBeyondDepth > 0)
        {
            session.Consoles.WriteResult(
                $"Not followed: {Amount.Count(expansion.UnknownLinks)} links to what is not in the file, {Amount.Count(expansion.LinksBeyondDepth)} too deep.");
        }
    }
}
