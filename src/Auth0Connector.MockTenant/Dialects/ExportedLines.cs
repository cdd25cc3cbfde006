using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Auth0Connector.MockTenant.Http;

namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Changes the people of an exported file on their way out.</summary>
internal static class ExportedLines
{
    /// <summary>Has every line changed, or left out where the answer is false.</summary>
    public static void Change(ApiCall call, Func<JsonObject, bool> change, Action? afterwards = null)
    {
        if (call.Stream is not { } whole)
        {
            return;
        }

        call.Stream = async (target, cancellationToken) =>
        {
            using var packed = new MemoryStream();
            await whole(packed, cancellationToken);
            packed.Position = 0;
            await using (var to = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            {
                using var from = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
                while (await from.ReadLineAsync(cancellationToken) is { } line)
                {
                    if (JsonNode.Parse(line) is JsonObject person && change(person))
                    {
                        await to.WriteAsync(Encoding.UTF8.GetBytes($"{person.ToJsonString()}\n"), cancellationToken);
                    }
                }
            }

            afterwards?.Invoke();
        };
    }
}
