using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Schema;
using Auth0Connector.AccessFile.Staging;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.AccessFile.Tests.Staging;

/// <summary>Runs that write a few people to an access file, without any tenant.</summary>
internal sealed class StagingBench : IDisposable
{
    public static readonly StagingIdentity Identity = new("acme.eu.auth0.com", "types=user;users-via=Auto");

    private readonly TempFolder _folder = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));

    public string Target { get; init; } = "sync.c1z";

    public string TargetPath => _folder.File(Target);

    public string Folder => _folder.Path;

    public IEnumerable<string> Names => Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    public StagingFile Open(StagingOptions? options = null, StagingIdentity? identity = null, IDisk? disk = null) =>
        StagingFile.Open(TargetPath, identity ?? Identity, options ?? new StagingOptions(), Clock, disk ?? LocalDisk.Real, CancellationToken.None);

    /// <summary>A whole run; returns the id of its sync.</summary>
    public string Run(string[] people, StagingOptions? options = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var file = Open(options);
        Fill(file, people);
        file.End(SyncTypes.Full, "outcome", CancellationToken.None);
        file.Publish(CancellationToken.None);
        return file.SyncId;
    }

    public static void Fill(StagingFile file, params string[] people)
    {
        file.Commit([new StagedBatch
        {
            ResourceTypes = [StagedResourceType.From(new ResourceType { Id = "user" })],
            Resources = [.. people.Select(person => StagedResource.From(new Resource { Id = new ResourceId { ResourceType = "user", Resource = person } }))],
        }]);
        file.BuildIndexes(CancellationToken.None);
    }

    public AccessFileReader Read() => AccessFileReader.Open(TargetPath, new AccessFileReaderOptions { TemporaryFolder = _folder.Path }, CancellationToken.None);

    public IReadOnlyList<string> SyncIds()
    {
        using var reader = Read();
        return [.. reader.Syncs.Select(run => run.SyncId)];
    }

    public IReadOnlyList<string> People(string? syncId = null)
    {
        using var reader = Read();
        var run = syncId is null ? reader.CurrentSync! : reader.FindSync(syncId)!;
        return [.. reader.ReadResources(run, ResourceFilter.All, CancellationToken.None).Select(row => row.ResourceId)];
    }

    public void Dispose() => _folder.Dispose();
}
