using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Service.Syncs;

/// <summary>A whole file that was read and never arrived: whether it may still be sent.</summary>
internal static class KeptSync
{
    /// <summary>When its sync began; <see langword="null"/> where there is no such file, or none that is whole and young enough.</summary>
    public static DateTimeOffset? Find(string path, TimeSpan within, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var options = new AccessFileReaderOptions { TemporaryFolder = Path.GetDirectoryName(path) };
            using var reader = AccessFileReader.Open(path, options, cancellationToken);

            // A clock that was set back makes no file younger than now.
            return reader.Syncs is [{ IsFinished: true, StartedAt: { } began }] && clock.GetUtcNow() - began is var age && age <= within && age >= TimeSpan.Zero
                ? began
                : null;
        }
        catch (AccessFileException)
        {
            // Damaged: read again.
            return null;
        }
    }
}
