using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.About;

/// <summary>Says what this program is: for a report of a fault, and for scripts that ask for a version at least.</summary>
internal static class VersionCommand
{
    /// <summary>What it is called, which settings it has and what it does.</summary>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "version",
        Summary = "Shows the version with its commit, and what it was built for.",
        Settings = [OutputFlags.Form],
        Examples = [("auth0-connector version -o json", "for a script")],
        ReadsLogLate = true,
        Run = RunAsync,
    };

    /// <summary>Runs it.</summary>
    public static Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var version = VersionJson.OfProgram();
        if (OutputForms.Read(context.Settings) == OutputForm.Json)
        {
            context.Consoles.WriteResult(JsonSerializer.Serialize(version, AboutJsonContext.Readable.VersionJson));
            return Task.FromResult(ExitCodes.Complete);
        }

        context.Consoles.WriteResult(ProgramVersion.Line);
        context.Consoles.WriteResult($"Commit     {version.Commit}");
        context.Consoles.WriteResult($"Built for  {version.Runtime}, {(version.Native ? "native" : "managed")}, .NET {version.Dotnet}");
        context.Consoles.WriteResult($"SQLite     {version.Sqlite}");
        return Task.FromResult(ExitCodes.Complete);
    }
}

/// <summary>What <c>version -o json</c> prints. A public shape: add, never rename.</summary>
/// <param name="Version">The version.</param>
/// <param name="Commit">The whole commit, or <c>unknown</c>.</param>
/// <param name="CommittedAt">When it was made (UTC, ISO 8601); <see langword="null"/> where the build did not know.</param>
/// <param name="Runtime">The platform, as .NET calls it, such as <c>linux-x64</c>.</param>
/// <param name="Native">Whether it is compiled ahead of time.</param>
/// <param name="Dotnet">The version of .NET inside.</param>
/// <param name="Sqlite">The version of SQLite inside or beside it.</param>
internal sealed record VersionJson(string Version, string Commit, DateTimeOffset? CommittedAt, string Runtime, bool Native, string Dotnet, string Sqlite)
{
    /// <summary>That of this program.</summary>
    public static VersionJson OfProgram() => new(
        ProgramVersion.Text,
        ProgramVersion.Commit,
        ProgramVersion.CommittedAt,
        RuntimeInformation.RuntimeIdentifier,
        AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null,
        Environment.Version.ToString(),
        SqliteLibrary.Version());
}

/// <summary>The JSON of <c>version</c>; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VersionJson))]
internal sealed partial class AboutJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static AboutJsonContext Readable { get; } = new(ReadableJson.Options());
}
