using System.Text.Json;
using Auth0Connector.AccessFile.Staging;
using Google.Protobuf;

namespace Auth0Connector.Sync.Engine;

/// <summary>
/// What an earlier process left may be in a form that this one does not know: a kind of task, a cursor, a payload or a note.
/// Whoever reads such a thing throws what a parser throws, which is no fault of the program while it goes on with a run.
/// </summary>
internal static class UnknownForm
{
    /// <summary>Why to start over after a failure; <see langword="null"/> where that would not help.</summary>
    public static string? WhyStartOver(Exception failure, bool resumed) => failure switch
    {
        StagingUnusableException unusable => unusable.Message,
        _ when resumed && IsOfAParser(failure) => KeptText.Unknown().Message,
        _ => null,
    };

    /// <exception cref="StagingUnusableException">A task is of a kind that nobody reads.</exception>
    public static void Refuse(SyncerSet syncers, IEnumerable<string> kinds)
    {
        if (kinds.Any(kind => !syncers.Reads(kind)))
        {
            throw KeptText.Unknown();
        }
    }

    private static bool IsOfAParser(Exception failure) => failure is FormatException or OverflowException or JsonException
        or InvalidProtocolBufferException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException
        or InvalidOperationException or NullReferenceException;
}
