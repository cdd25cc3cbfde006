using System.Text;
using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Http;
using Auth0Connector.MockTenant.Paging;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>One request that dialects have a say in, and its answer as something that can be changed.</summary>
internal sealed class OddCall(ApiCall call, MockListing listing, string route, DialectTenant tenant)
{
    private JsonNode? _json;

    public ApiCall Call => call;

    public MockListing Listing => listing;

    public DialectTenant Tenant => tenant;

    /// <summary>Whether it is the exported file, which no API answers.</summary>
    public bool IsFile => route == MockListings.ExportFile;

    /// <summary>The page that was answered, where it is one.</summary>
    public PageRequest? Page => call.Page;

    /// <summary>The good answer; null where there is none, or none any more.</summary>
    public JsonNode? Json => _json ??= call is { Status: 200 or 201, Stream: null, ContentType: { } type, Body.Length: > 0 }
        && type.StartsWith("application/json", StringComparison.Ordinal)
            ? JsonNode.Parse(call.Body.Written)
            : null;

    /// <summary>The envelope around the rows; null for a bare array and for what is no list.</summary>
    public JsonObject? Envelope => listing.Kind == ListingKind.Rows ? Json as JsonObject : null;

    /// <summary>The rows of a list.</summary>
    public JsonArray? Rows => listing.Kind != ListingKind.Rows ? null
        : Json as JsonArray ?? (listing.Key is { } key ? Envelope?[key] as JsonArray : null);

    /// <summary>The rows of a list, or the one thing.</summary>
    public IEnumerable<JsonObject> Records => listing.Kind == ListingKind.Thing && Json is JsonObject thing
        ? [thing]
        : Rows?.OfType<JsonObject>() ?? [];

    /// <summary>Answers something else; an empty text is no body at all.</summary>
    public void Replace(int status, string? contentType, string body)
    {
        if (IsFile)
        {
            return;
        }

        Forget();
        call.Status = status;
        call.ContentType = contentType;
        call.Body.Append(Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Answers with a body that is made while it is sent.</summary>
    public void Send(Func<Stream, CancellationToken, Task> stream)
    {
        if (!IsFile)
        {
            Forget();
            call.Stream = stream;
        }
    }

    /// <summary>Answers with an error of the API's own form.</summary>
    public void Fail(int status, string message, string? errorCode = null)
    {
        if (!IsFile)
        {
            Forget();
            call.ContentType = "application/json; charset=utf-8";
            call.Fail(status, message, errorCode);
        }
    }

    /// <summary>Puts what was changed back into the answer.</summary>
    public void Finish()
    {
        if (_json is { } json)
        {
            call.WriteJson(writer => json.WriteTo(writer));
        }
    }

    private void Forget()
    {
        _json = null;
        call.Body.Clear();
        call.Stream = null;
    }
}
