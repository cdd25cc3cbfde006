using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Files;

/// <summary>Removes the files that stay unpacked.</summary>
internal static class CacheCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "cache",
        Summary = "Removes the unpacked copies of access files that commands keep for the next question.",
        Words = ["clear"],
        Settings = [OutputFlags.Form],
        Examples = [("auth0-connector cache clear", "all of them, whatever file they are of")],
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var cache = CachePlace.Of(context.Host)
            ?? throw new UsageException("no home folder is set, so nothing is kept unpacked; set HOME or XDG_CACHE_HOME");
        var (files, bytes) = cache.Clear();
        if (OutputForms.Read(context.Settings) == OutputForm.Json)
        {
            context.Consoles.WriteResult(JsonSerializer.Serialize(new ClearedJson(cache.Folder, files, bytes), FilesJsonContext.Readable.ClearedJson));
            return Task.FromResult(ExitCodes.Complete);
        }

        var shown = Printable.Of(UserConfig.Shown(context.Host, cache.Folder));
        context.Consoles.WriteResult(files == 0 ? $"nothing is kept in {shown}" : $"removed {(files == 1 ? "1 file" : $"{files} files")}, {Amount.Bytes(bytes)}, from {shown}");
        return Task.FromResult(ExitCodes.Complete);
    }
}

/// <summary>What <c>cache clear -o json</c> prints. A public shape: add, never rename.</summary>
/// <param name="Folder">The folder in which they were.</param>
/// <param name="Files">How many unpacked files were removed.</param>
/// <param name="Bytes">Their bytes.</param>
internal sealed record ClearedJson(string Folder, int Files, long Bytes);

/// <summary>The JSON of <c>cache</c>; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClearedJson))]
internal sealed partial class FilesJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static FilesJsonContext Readable { get; } = new(ReadableJson.Options());
}
