namespace Auth0Connector.Sync.Engine;

/// <summary>Version of what the engine keeps in a working file, as a part of a run's identity.</summary>
internal static class EngineVersion
{
    /// <summary>Raise it whenever a kind of task, a cursor, a payload or a note changes its form or meaning: a run of another version starts over.</summary>
    public const string Current = "1";
}
