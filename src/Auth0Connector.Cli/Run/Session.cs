using Auth0Connector.AccessFile.Caching;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Objects;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Run;

/// <summary>What all parts of one run share.</summary>
internal sealed class Session(Host host) : IDisposable
{
    private FetchedObjects? _objects;

    /// <summary>The surroundings.</summary>
    public Host Host { get; } = host;

    /// <summary>Standard output and standard error.</summary>
    public Consoles Consoles { get; } = new(host);

    /// <summary>The secrets that must not be seen; filled once settings are read.</summary>
    public SecretMask Mask { get; } = new();

    /// <summary>Objects of a store that commands look into.</summary>
    public FetchedObjects Objects => _objects ??= new FetchedObjects(Host, Mask);

    /// <summary>Where large files stay unpacked; <see langword="null"/> where nothing is to be kept.</summary>
    public UnpackedCache? Cache { get; set; }

    /// <summary>Ctrl-C and SIGTERM.</summary>
    public Interruption Interruption { get; } = new();

    /// <summary>Whether an error shows its stack trace.</summary>
    public bool ShowStackTraces { get; set; }

    /// <summary>Whether an error is a line of JSON.</summary>
    public bool ErrorsAreJson { get; set; }

    /// <summary>The file that gets the log as well, once it is known; an error is its last line.</summary>
    public string? LogPath { get; set; }

    /// <summary>Whether the next run goes on from what this one has read, where that is known.</summary>
    public bool? Resumes { get; set; }

    /// <summary>What this run has done already, in words: an output that fails after that says so.</summary>
    public string? Done { get; set; }

    /// <inheritdoc />
    public void Dispose()
    {
        _objects?.Dispose();
        Interruption.Dispose();
    }
}
