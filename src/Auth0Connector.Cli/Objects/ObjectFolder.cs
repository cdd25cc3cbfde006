using System.Security.Cryptography;
using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Objects;

/// <summary>The folder of one object on this disk: what a sync needs beside its target lies there, from one run to the next.</summary>
internal static class ObjectFolder
{
    private const int NameLength = 32;

    /// <summary>Makes it, below the user's folder for state.</summary>
    /// <param name="identity">Tells the object from all others.</param>
    /// <param name="host">The surroundings.</param>
    public static string Make(string identity, Host host)
    {
        var root = Path.Combine(State(host), "auth0-connector", "object-store");
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(root);
            }
            else
            {
                Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.From(failure, root, "make the folder");
        }

        var folder = Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..NameLength]);
        OwnFolder.Demand(root);
        OwnFolder.Demand(folder);
        return folder;
    }

    private static string State(Host host)
    {
        if (host.Variable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathFullyQualified(state))
        {
            return state;
        }

        if (OperatingSystem.IsWindows() && host.Variable("LOCALAPPDATA") is { Length: > 0 } local)
        {
            return local;
        }

        return host.Variable("HOME") is { Length: > 0 } home && Path.IsPathFullyQualified(home)
            ? Path.Combine(home, ".local", "state")
            : throw new UsageException("XDG_STATE_HOME: is not set, and neither is HOME; name a folder that lasts, where a sync to an object store keeps its work in progress");
    }
}
