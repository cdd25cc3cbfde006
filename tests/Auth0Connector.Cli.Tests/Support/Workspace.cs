using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Tests.Support;

/// <summary>A directory, variables and streams of its own for one test.</summary>
internal sealed class Workspace : IDisposable
{
    public const string Canary = "canary-5ecre7-Zq+/\"ü";

    public Workspace() => Directory = System.IO.Directory.CreateTempSubdirectory("auth0-connector-tests-").FullName;

    public string Directory { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Settings with which nothing is wrong; no such tenant is ever asked.</summary>
    public Workspace WithTenant()
    {
        Variables["BATON_AUTH0_BASE_URL"] = "https://acme.eu.auth0.com";
        Variables["BATON_AUTH0_CLIENT_ID"] = "abc";
        Variables["BATON_AUTH0_CLIENT_SECRET"] = Canary;
        return this;
    }

    public string PathOf(string name) => Path.Combine(Directory, name);

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>Width of the terminal that tables must fit; none by default.</summary>
    public int? Width { get; set; }

    /// <summary>What was written to standard output as bytes.</summary>
    public MemoryStream Bytes { get; } = new();

    public Host Host(TextWriter output, TextWriter error) => new()
    {
        Out = output,
        Error = error,
        Variables = Variables,
        WorkingDirectory = Directory,
        Width = Width,
        OpenBytes = () => Bytes,
    };

    /// <summary>Runs a command line in this process.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var session = new Session(Host(output, TextWriter.Synchronized(error)));
        var code = await CommandLine.RunAsync(arguments, session);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        Bytes.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
