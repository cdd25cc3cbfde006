using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Paging;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.MockTenant.Http;

/// <summary>One request on its way to an answer. The answer is made in memory, so that a fault can still spoil it.</summary>
internal sealed class ApiCall(HttpContext context, RequestTarget target)
{
    public HttpContext Context => context;

    /// <summary>What is asked; a dialect may have it understood otherwise.</summary>
    public RequestTarget Target { get; set; } = target;

    /// <summary>What a dialect makes of the page that is asked for.</summary>
    public Func<PageRequest, PageRequest> Repage { get; set; } = static page => page;

    /// <summary>The page that is answered, where it is one.</summary>
    public PageRequest? Page { get; set; }

    /// <summary>Cursors that last through changes; null where the tenant does not change while it is read.</summary>
    public LastingCursors? Cursors { get; init; }

    /// <summary>Values of the template's parameters, in order.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>Scopes of the caller's token.</summary>
    public IReadOnlySet<string> Scopes { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    public int Status { get; set; } = StatusCodes.Status200OK;

    public string? ContentType { get; set; } = "application/json; charset=utf-8";

    public Utf8Buffer Body { get; } = new();

    /// <summary>Set when the answer is produced while it is sent; <see cref="Body"/> is then unused.</summary>
    public Func<Stream, CancellationToken, Task>? Stream { get; set; }

    public CancellationToken Aborted => context.RequestAborted;

    public void SetHeader(string name, string value) => context.Response.Headers[name] = value;

    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        Body.Clear();
        using var writer = new Utf8JsonWriter(Body);
        write(writer);
    }
}
