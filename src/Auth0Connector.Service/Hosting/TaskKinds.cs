using Auth0Connector.Service.Protocol;
using Kinds = Auth0Connector.Service.Protocol.Task.TaskTypeOneofCase;

namespace Auth0Connector.Service.Hosting;

/// <summary>The kinds of task in the protocol's words.</summary>
internal static class TaskKinds
{
    /// <summary>Such as <c>sync_full</c>; <c>unknown</c> for one that is newer than this program.</summary>
    public static string NameOf(Kinds kind) => kind == Kinds.None ? "unknown" : ProtocolWords.Of(kind.ToString());
}
