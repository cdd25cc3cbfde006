using System.Globalization;
using System.Text.Json;
using Auth0Connector.Cli.Lists;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Cli.Change;

/// <summary>What is lent, as a list.</summary>
internal static class LentColumns
{
    public static ListShape<TimedAccess> Of(DateTimeOffset now) => new(
        "lent",
        [
            new("until", "Until", static entry => entry.Until.ToString("u", CultureInfo.InvariantCulture)),
            new("state", "State", entry => State(entry, now)),
            new("principal", "Who", static entry => entry.Grant.PrincipalId),
            new("access", "What", static entry => entry.Grant.Target.Describe()),
            new("reason", "Why", static entry => entry.Note.Reason ?? string.Empty),
            new("ticket", "Ticket", static entry => entry.Note.Ticket ?? string.Empty),
            new("requested_by", "Asked for by", static entry => entry.Note.RequestedBy ?? string.Empty),
            new("since", "Since", static entry => entry.Since.ToString("u", CultureInfo.InvariantCulture)),
            new("tenant", "Tenant", static entry => entry.Tenant ?? string.Empty),
        ],
        (json, entry) => Write(json, entry, now));

    private static string State(TimedAccess entry, DateTimeOffset now) => entry switch
    {
        { Stuck: { } why } => $"could not be taken back ({why})",
        _ => entry.Until <= now ? "due" : "lent",
    };

    private static void Write(Utf8JsonWriter json, TimedAccess entry, DateTimeOffset now)
    {
        var ids = ChangeJson.Of(entry.Grant, AccessNames.None, "lent");
        json.WriteString("until", entry.Until);
        json.WriteString("state", entry.Stuck is not null ? "stuck" : entry.Until <= now ? "due" : "lent");
        json.WriteString("principal", ids.Principal);
        Write(json, "role", ids.Role);
        Write(json, "organization", ids.Organization);
        json.WriteString("access", entry.Grant.Target.Describe());
        Write(json, "reason", entry.Note.Reason);
        Write(json, "ticket", entry.Note.Ticket);
        Write(json, "requestedBy", entry.Note.RequestedBy);
        json.WriteString("since", entry.Since);
        Write(json, "tenant", entry.Tenant);
        Write(json, "why", entry.Stuck);
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
