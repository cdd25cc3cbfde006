using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Output;

/// <summary>The form that <c>-o</c> asks for.</summary>
internal static class OutputForms
{
    /// <summary>Reads it.</summary>
    public static OutputForm Read(ResolvedSettings settings) =>
        settings.Choice(OutputFlags.Form) == "json" ? OutputForm.Json : OutputForm.Table;
}
