using System.Globalization;
using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>The tenant's log (reference, section 6.1): by checkpoint from an id on, or the first lines of a search by date.</summary>
internal sealed class LogEndpoints(TenantModel model)
{
    private const int MostLines = 100;
    private const int MostFound = 1000;
    private const string RangeStart = "date:[";
    private const string RangeEnd = " TO *]";

    public void AddTo(RouteTable routes)
    {
        var read = ScopeRule.Any("read:logs");
        routes.Get("logs", read, List);
        routes.Get("logs/{id}", read, Get);
    }

    private void List(ApiCall call)
    {
        if (call.Target["from"] is { } from)
        {
            // Whatever else is asked for is passed over; an id that fell out of the log is no mistake.
            if (!TryRead(call, "take", 50, MostLines, out var take))
            {
                return;
            }

            Write(call, model.Log.Kept.Where(line => string.CompareOrdinal(line.Id, from) > 0).Take(take));
            return;
        }

        if (!TryRead(call, "page", 0, int.MaxValue, out var page) || !TryRead(call, "per_page", 50, MostLines, out var size) || !TryFind(call, out var found))
        {
            return;
        }

        if ((page + 1L) * size > MostFound)
        {
            call.Fail(400, "You can only page through the first 1000 records.", "invalid_paging");
            return;
        }

        Write(call, found.Skip(page * size).Take(size));
    }

    private bool TryFind(ApiCall call, out IEnumerable<LoggedLine> found)
    {
        found = model.Log.Kept;
        if (call.Target["q"] is { Length: > 0 } query)
        {
            if (!query.StartsWith(RangeStart, StringComparison.Ordinal) || !query.EndsWith(RangeEnd, StringComparison.Ordinal)
                || !DateTimeOffset.TryParse(query[RangeStart.Length..^RangeEnd.Length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
            {
                call.InvalidQuery("The mock tenant searches its log by 'date:[TIME TO *]' only.");
                return false;
            }

            found = found.Where(line => line.Date >= since);
        }

        found = call.Target["sort"] switch
        {
            "date:1" => found.OrderBy(static line => line.Date).ThenBy(static line => line.Id, StringComparer.Ordinal),
            _ => found.OrderByDescending(static line => line.Date).ThenByDescending(static line => line.Id, StringComparer.Ordinal),
        };
        return true;
    }

    private static bool TryRead(ApiCall call, string name, int usual, int most, out int number)
    {
        number = usual;
        if (call.Target[name] is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most))
        {
            return true;
        }

        call.InvalidQuery($"Query validation error: 'Value {text} is greater than maximum {most}' on property {name}.");
        return false;
    }

    private void Get(ApiCall call)
    {
        if (model.Log.Kept.FirstOrDefault(line => line.Id == call.Values[0]) is { } line)
        {
            call.WriteJson(writer => Write(writer, line));
        }
        else
        {
            call.NotFound("The log does not exist.", "inexistent_log");
        }
    }

    private static void Write(ApiCall call, IEnumerable<LoggedLine> lines) => call.WriteJson(writer =>
    {
        writer.WriteStartArray();
        foreach (var line in lines)
        {
            Write(writer, line);
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, LoggedLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("date", line.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("type", line.Type);
        Text(writer, "user_id", line.UserId);
        Text(writer, "client_id", line.ClientId);
        Text(writer, "organization_id", line.OrganizationId);
        if (line.Write is { } write)
        {
            Write(writer, write);
        }

        writer.WriteString("log_id", line.Id);
        writer.WriteString("_id", line.Id);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LoggedWrite write)
    {
        writer.WriteStartObject("details");
        writer.WriteStartObject("request");
        writer.WriteString("method", write.Method);
        writer.WriteString("path", write.Path);
        Json(writer, "body", write.Body);
        writer.WriteEndObject();
        writer.WriteStartObject("response");
        writer.WriteNumber("statusCode", write.Status);
        Json(writer, "body", write.Answer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Json(Utf8JsonWriter writer, string name, string? json)
    {
        if (json is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }
    }
}
