using System.Text.Json;
using System.Text.Json.Serialization;
using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Doctor;

/// <summary>What was looked at, as <c>doctor -o json</c> prints it. A public shape: add, never rename.</summary>
internal sealed record DoctorJson(bool Well, int ExitCode, IReadOnlyList<ExaminationJson> Examinations)
{
    /// <summary>The one line to print.</summary>
    public static string Of(IReadOnlyList<Examination> found, int exitCode) => JsonSerializer.Serialize(
        new DoctorJson(exitCode == 0, exitCode, [.. found.Select(ExaminationJson.Of)]),
        DoctorJsonContext.Readable.DoctorJson);
}

/// <summary>One thing; <c>health</c> is <c>good</c>, <c>remark</c>, <c>bad</c> or <c>notAsked</c>.</summary>
internal sealed record ExaminationJson(string Name, string Health, string Found, string? Remedy, int ExitCode)
{
    public static ExaminationJson Of(Examination one) =>
        new(one.Name, JsonNamingPolicy.CamelCase.ConvertName(one.Health.ToString()), one.Found, one.Remedy, one.ExitCode);
}

/// <summary>The JSON of <c>doctor</c>; source-generated, for the native executable.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DoctorJson))]
internal sealed partial class DoctorJsonContext : JsonSerializerContext
{
    /// <summary>Without escapes that only matter inside HTML.</summary>
    public static DoctorJsonContext Readable { get; } = new(ReadableJson.Options());
}
