namespace Auth0Connector.Architecture.Tests;

/// <summary>The folder that the tests were built in.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Auth0Connector.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
