using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Reach;
using Auth0Connector.Cli.Look;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Reach;

/// <summary>Every way in words, for a terminal or for a ticket.</summary>
internal sealed class ExplainPage(Session session, PathText text, bool isMarkdown)
{
    private const int LeastRoom = 20;

    /// <summary>Writes it.</summary>
    public void Write(Resource person, IReadOnlyList<Held> targets, IReadOnlyList<Reached> reached)
    {
        var name = Safe(ResourceName.Of(person));
        if (reached.Count == 0)
        {
            var what = string.Join(" nor ", targets.Select(target => Safe(text.Step(target))));
            Line($"{name} does not reach {(what.Length > 0 ? what : "it: there is nothing that can be held")}: no grant leads there.");
        }

        foreach (var one in reached)
        {
            var ways = one.Paths.Count switch
            {
                1 => "in one way",
                >= AccessReach.MostPaths => $"in {one.Paths.Count} ways or more",
                _ => $"in {one.Paths.Count} ways",
            };
            Line(isMarkdown ? $"**{name}** reaches **{Safe(text.Step(one.Target))}** {ways}:\n" : $"{name} reaches {Safe(text.Step(one.Target))} {ways}:");
            for (var i = 0; i < one.Paths.Count; i++)
            {
                Sentence($"{(isMarkdown ? string.Empty : "  ")}{i + 1}. ", Safe(text.Sentence(one.Paths[i])));
            }

            if (isMarkdown)
            {
                Line(string.Empty);
            }
        }
    }

    private string Safe(string foreign) => isMarkdown ? MarkdownText.Of(foreign) : Printable.Of(foreign);

    private void Sentence(string number, string sentence)
    {
        var room = isMarkdown ? int.MaxValue : session.Consoles.Room ?? int.MaxValue;
        foreach (var line in CellText.Wrap(sentence, Math.Max(LeastRoom, room - number.Length)))
        {
            Line(number + line);
            number = new string(' ', number.Length);
        }
    }

    private void Line(string line) => session.Consoles.WriteResult(line);
}
