using System.Net;
using System.Text;

namespace Auth0Connector.Provisioning.Tests;

/// <summary>Stands before a tenant and writes down every request with its body.</summary>
internal sealed class RecordingProxy : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Uri _tenant;

    private RecordingProxy(Uri tenant, int port)
    {
        _tenant = tenant;
        BaseUrl = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(BaseUrl.AbsoluteUri);
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri BaseUrl { get; }

    public List<(string Method, string Path, string Body)> Writes { get; } = [];

    public static RecordingProxy Before(Uri tenant) => new(tenant, LoopbackServer.FreePort());

    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await PassOnAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task PassOnAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var path = context.Request.RawUrl!;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), new Uri(_tenant, path));
        if (context.Request.Headers["Authorization"] is { } token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, context.Request.ContentType?.Split(';')[0] ?? "application/json");
        }

        if (request.Method != HttpMethod.Get && !path.StartsWith("/oauth", StringComparison.Ordinal))
        {
            Writes.Add((request.Method.Method, path, body));
        }

        using var answer = await _client.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.NoContent)
        {
            await context.Response.OutputStream.WriteAsync(bytes);
        }

        context.Response.Close();
    }
}
