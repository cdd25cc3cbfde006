using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Tests.Support;

/// <summary>A directory, variables and streams of its own for one test.</summary>
internal sealed class Workspace : ProgramFolder
{
    public const string Canary = "canary-5ecre7-Zq+/\"ü";

    /// <summary>Settings with which nothing is wrong; no such tenant is ever asked.</summary>
    public Workspace WithTenant()
    {
        LeadTo("https://acme.eu.auth0.com", "abc", Canary);
        return this;
    }

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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Bytes.Dispose();
        }

        base.Dispose(disposing);
    }
}
