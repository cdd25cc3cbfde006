using System.Diagnostics;

namespace Auth0Connector.Testing.Processes;

/// <summary>How a program is started whose streams are read.</summary>
public static class ProgramStart
{
    /// <summary>The start of a program in a folder, with both its streams kept.</summary>
    public static ProcessStartInfo Of(string program, string directory, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
