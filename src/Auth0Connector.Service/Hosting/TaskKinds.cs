using System.Text;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.Service.Hosting;

/// <summary>The kinds of task in the protocol's words.</summary>
internal static class TaskKinds
{
    /// <summary>Such as <c>sync_full</c>; <c>unknown</c> for one that is newer than this program.</summary>
    public static string NameOf(Kinds kind)
    {
        if (kind == Kinds.None)
        {
            return "unknown";
        }

        var name = new StringBuilder();
        foreach (var letter in kind.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
