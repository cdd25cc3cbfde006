using System.Globalization;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Provisioning;
using Auth0Connector.Provisioning.Lookups;
using Spectre.Console;

namespace Auth0Connector.Cli.Change;

/// <summary>Where a name fits several people: shows them, and lets a person at a terminal choose. Nobody is ever guessed.</summary>
internal static class PersonChoice
{
    /// <summary>Looks for somebody, once more by id after a choice.</summary>
    public static async Task<T> FindAsync<T>(Session session, string who, Func<string, Task<T>> find)
    {
        try
        {
            return await find(who);
        }
        catch (ProvisioningException several) when (several.Candidates.Count > 0)
        {
            Show(session, several.Candidates);
            if (Ask(session, several.Candidates) is { } chosen)
            {
                return await find(chosen.UserId!);
            }

            throw;
        }
    }

    private static void Show(Session session, IReadOnlyList<UserRecord> people)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("", "ID", "E-mail", "Connection", "Last sign-in");
        foreach (var (number, person) in people.Index())
        {
            string[] cells =
            [
                (number + 1).ToString(CultureInfo.InvariantCulture),
                person.UserId ?? string.Empty,
                person.Email ?? "-",
                UserLookup.ConnectionOf(person) ?? "-",
                person.LastLogin?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture) ?? "never",
            ];
            table.AddRow([.. cells.Select(Printable.Markup)]);
        }

        session.Consoles.Error.Write(table);
    }

    private static UserRecord? Ask(Session session, IReadOnlyList<UserRecord> people)
    {
        if (!session.Host.InIsTerminal || !session.Host.ErrorIsTerminal)
        {
            return null;
        }

        session.Consoles.WriteError($"Which of them? A number from 1 to {people.Count}, or nothing to leave it:");
        return int.TryParse(session.Host.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= people.Count
            ? people[number - 1]
            : null;
    }
}
