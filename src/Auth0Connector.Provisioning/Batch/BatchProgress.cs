using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Provisioning.Records;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Provisioning.Batch;

/// <summary>Which lines of a sheet are done, on the disk, so that an interrupted batch goes on where it was stopped.</summary>
public sealed class BatchProgress : IDisposable
{
    private readonly string _path;
    private readonly JsonLinesFile<ProgressLine>? _file;
    private readonly bool _onlyLooks;

    private BatchProgress(string path, JsonLinesFile<ProgressLine>? file, bool onlyLooks, DecisionSheet sheet)
    {
        _path = path;
        _file = file;
        _onlyLooks = onlyLooks;
        Finished = Read(file, sheet);
    }

    /// <summary>Lines that an earlier run finished, with their outcome.</summary>
    public IReadOnlyDictionary<int, string> Finished { get; }

    /// <summary>Opens the progress of a sheet, or begins it.</summary>
    /// <exception cref="ProvisioningException">The file is damaged or belongs to another sheet, or another run holds it.</exception>
    public static BatchProgress Open(string path, DecisionSheet sheet) =>
        Checked(path, JsonLinesFile<ProgressLine>.Open(path, ProgressJson.Readable.ProgressLine), onlyLooks: false, sheet);

    /// <summary>Reads what an earlier run finished, and writes nothing.</summary>
    /// <exception cref="ProvisioningException">The file is damaged or belongs to another sheet, or another run holds it.</exception>
    public static BatchProgress Look(string path, DecisionSheet sheet) =>
        Checked(path, File.Exists(path) ? JsonLinesFile<ProgressLine>.OpenToRead(path, ProgressJson.Readable.ProgressLine) : null, onlyLooks: true, sheet);

    /// <summary>Forgets the progress of a batch that is done to its end.</summary>
    public void Complete()
    {
        _file?.Dispose();
        File.Delete(_path);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    internal void Add(LineResult result) => Write(new ProgressLine { Line = result.Line, Outcome = result.Outcome });

    private static BatchProgress Checked(string path, JsonLinesFile<ProgressLine>? file, bool onlyLooks, DecisionSheet sheet)
    {
        try
        {
            var progress = new BatchProgress(path, file, onlyLooks, sheet);
            if (file?.Read().Any() != true)
            {
                progress.Write(new ProgressLine { Sheet = sheet.Fingerprint });
            }

            return progress;
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private static Dictionary<int, string> Read(JsonLinesFile<ProgressLine>? file, DecisionSheet sheet)
    {
        if (file?.Damage is [var damaged, ..])
        {
            // Which line of the sheet is done stands there; guessed, it would be taken twice or left out.
            throw new ProvisioningException(
                ProvisioningErrorKind.File,
                $"{damaged.File}: line {damaged.Number} cannot be read ({damaged.Why}); nothing was changed: mend it from a copy, or remove the file to begin anew, which looks before it sends");
        }

        var finished = new Dictionary<int, string>();
        var lines = file?.Read().Select(static read => read.Line).ToList() ?? [];
        if (lines.Count > 0 && lines[0].Sheet != sheet.Fingerprint)
        {
            throw new ProvisioningException(
                ProvisioningErrorKind.Unusable,
                $"{file!.Name} belongs to the sheet as it was before it was changed; finish that one, or remove the file to begin anew");
        }

        foreach (var line in lines.Where(static line => line.Outcome is OutcomeWords.Done or OutcomeWords.AlreadySo))
        {
            finished[line.Line] = line.Outcome!;
        }

        return finished;
    }

    private void Write(ProgressLine line)
    {
        if (!_onlyLooks)
        {
            _file?.Append(line.Summed());
        }
    }
}
