using System.Reflection;

namespace Auth0Connector.Cli.Shell;

/// <summary>The version of this program, as the build set it.</summary>
internal static class ProgramVersion
{
    /// <summary>Such as <c>0.1.0</c>; without the commit, which builds may append.</summary>
    public static string Text { get; } =
        (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
