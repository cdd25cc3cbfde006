using Auth0Connector.AccessFile.Caching;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.AccessFile.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Tests.Caching;

/// <summary>A packed file, a cache that keeps files of any size, and questions that are asked of it.</summary>
internal sealed class KeptFile : IDisposable
{
    private readonly TempFolder _folder = new();

    public KeptFile()
    {
        Source = _folder.File("sync.c1z");
        Cache = new UnpackedCache(_folder.File("cache"), TimeProvider.System) { LeastBytes = 1 };
        Write(Source, "first");
    }

    public string Source { get; }

    public UnpackedCache Cache { get; set; }

    public string Folder => _folder.Path;

    public IReadOnlyList<string> Databases => Files("*.db");

    public IReadOnlyList<string> Entries => Files("*.entry");

    /// <summary>A file that says one word.</summary>
    public static void Write(string path, string word)
    {
        using var folder = new TempFolder();
        var database = SampleFiles.WriteDatabase(folder);
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "update v1_sync_runs set sync_token = $word";
            command.Parameters.AddWithValue("$word", word);
            command.ExecuteNonQuery();
        }

        using var target = File.Create(path);
        AccessFileEncoder.Encode(database, target, CancellationToken.None);
    }

    /// <summary>Opens the file and says what it says, and whether that came out of the cache.</summary>
    public (string Word, bool IsKept) Ask(string? source = null)
    {
        using var reader = Open(source);
        return (Word(reader), reader.Uri.Contains("/cache/", StringComparison.Ordinal));
    }

    public AccessFileReader Open(string? source = null) =>
        AccessFileReader.Open(source ?? Source, new AccessFileReaderOptions { Cache = Cache }, CancellationToken.None);

    public static string Word(AccessFileReader reader)
    {
        using var command = reader.Connection.CreateCommand();
        command.CommandText = "select sync_token from v1_sync_runs";
        return (string)command.ExecuteScalar()!;
    }

    public string Other(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();

    private string[] Files(string pattern) => Directory.Exists(Cache.Folder) ? Directory.GetFiles(Cache.Folder, pattern) : [];
}
