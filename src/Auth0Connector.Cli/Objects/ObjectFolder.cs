using System.Security.Cryptography;
using System.Text;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.Cli.Settings;
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
        var state = UserFolders.State(host)
            ?? throw new UsageException("XDG_STATE_HOME: is not set, and neither is HOME; name a folder that lasts, where a sync to an object store keeps its work in progress");
        var root = Path.Combine(state, "object-store");
        OwnFolder.Make(root);
        var folder = Path.Combine(root, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..NameLength]);
        OwnFolder.Demand(root);
        OwnFolder.Demand(folder);
        return folder;
    }
}
