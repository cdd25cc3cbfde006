using Auth0Connector.Provisioning.Records;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>Which lines of a sheet are done, on the disk, so that an interrupted batch goes on where it was stopped.</summary>
public sealed class BatchProgress : IDisposable
{
    /// <summary>Made.</summary>
    public const string Done = "done";

    /// <summary>Nothing was to be made.</summary>
    public const string AlreadySo = "already so";

    private readonly string _path;
    private readonly JsonLinesFile<ProgressLine> _file;

    private BatchProgress(string path, JsonLinesFile<ProgressLine> file, IReadOnlyDictionary<int, string> finished)
    {
        _path = path;
        _file = file;
        Finished = finished;
    }

    /// <summary>Lines that an earlier run finished, with their outcome.</summary>
    public IReadOnlyDictionary<int, string> Finished { get; }

    /// <summary>Opens the progress of a sheet, or begins it.</summary>
    /// <exception cref="ProvisioningException">The file belongs to another sheet, or another run holds it.</exception>
    public static BatchProgress Open(string path, DecisionSheet sheet)
    {
        var file = JsonLinesFile<ProgressLine>.Open(path, RecordJson.Readable.ProgressLine);
        var lines = file.Read();
        if (lines.Count == 0)
        {
            file.Append(new ProgressLine { Sheet = sheet.Fingerprint });
        }
        else if (lines[0].Sheet != sheet.Fingerprint)
        {
            file.Dispose();
            throw new ProvisioningException(
                ProvisioningErrorKind.Unusable,
                $"{Path.GetFileName(path)} belongs to the sheet as it was before it was changed; finish that one, or remove the file to begin anew");
        }

        var finished = new Dictionary<int, string>();
        foreach (var line in lines.Where(static line => line.Outcome is Done or AlreadySo))
        {
            finished[line.Line] = line.Outcome!;
        }

        return new BatchProgress(path, file, finished);
    }

    /// <summary>Forgets the progress of a batch that is done to its end.</summary>
    public void Complete()
    {
        _file.Dispose();
        File.Delete(_path);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    internal void Add(LineResult result) => _file.Append(new ProgressLine { Line = result.Line, Outcome = result.Outcome });
}
