using Auth0Connector.AccessFile.Caching;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Disk;
using Auth0Connector.AccessFile.Failures;
using Microsoft.Data.Sqlite;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>
/// A database opened for reading: the file itself when it is plain SQLite, otherwise one that is kept unpacked, or a decoded copy
/// in a private folder that is gone after dispose. Nothing is ever written to it.
/// </summary>
internal sealed class DecodedDatabase : IDisposable
{
    private readonly IDisposable? _copy;

    private DecodedDatabase(SqliteConnection connection, string uri, IDisposable? copy)
    {
        Connection = connection;
        Uri = uri;
        _copy = copy;
    }

    public SqliteConnection Connection { get; }

    /// <summary>By which another connection reaches the same database.</summary>
    public string Uri { get; }

    public static DecodedDatabase Open(string path, AccessFileReaderOptions options, CancellationToken cancellationToken)
    {
        IDisposable? copy = null;
        try
        {
            var databasePath = path;
            using (var source = OpenSource(path))
            {
                var kind = Identify(source, path);
                var walPath = path + "-wal";
                if (kind == AccessFileContainer.Compressed)
                {
                    var kept = CachedCopy.Find(source, path, options, cancellationToken);
                    copy = kept;
                    databasePath = kept?.Path ?? "";
                    if (kept is null)
                    {
                        var folder = PrivateFolder.Create(options.TemporaryFolder);
                        copy = folder;
                        databasePath = Decode(source, path, folder, options.Limits, cancellationToken);
                    }
                }
                else if (File.Exists(walPath) && new FileInfo(walPath).Length > 0)
                {
                    // Rows in a write-ahead log can only be read by a connection that may write beside the file.
                    var folder = PrivateFolder.Create(options.TemporaryFolder);
                    copy = folder;
                    databasePath = CopyWithLog(source, walPath, folder);
                }
            }

            var hasLog = File.Exists(databasePath + "-wal");
            var isImmutable = !hasLog || databasePath == path || copy is CachedDatabase;

            // Immutable: no locks, no sidecar files, and a header that says WAL does not matter.
            var uri = DatabaseUri.Of(databasePath) + (isImmutable ? "?immutable=1" : "");
            return new DecodedDatabase(Connect(uri, path, isImmutable), uri, copy);
        }
        catch (Exception exception) when (FileFailure.Is(exception))
        {
            copy?.Dispose();
            throw FileFailure.From(exception, path, "read");
        }
        catch
        {
            copy?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Connection.Dispose();
        _copy?.Dispose();
    }

    private static FileStream OpenSource(string path)
    {
        try
        {
            // Opening a named pipe would wait for whoever writes to it.
            var facts = FileFacts.Behind(path);
            if (facts.Kind is not (FileKind.Regular or FileKind.Absent))
            {
                throw new AccessFileException(AccessFileErrorKind.NotAnAccessFile, $"'{path}' is {facts.Words()}, not an access file.", path);
            }

            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotFound, $"There is no file '{path}'.", path, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new AccessFileException(
                AccessFileErrorKind.NotFound, $"The file '{path}' may not be read by this user.", path, exception);
        }
    }

    private static AccessFileContainer Identify(FileStream source, string path)
    {
        Span<byte> start = stackalloc byte[AccessFileHeader.ProbeLength];
        var count = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var kind = AccessFileHeader.Identify(start[..count], path);
        source.Position = kind == AccessFileContainer.Compressed ? AccessFileHeader.Magic.Length : 0;
        return kind;
    }

    private static string Decode(
        FileStream source, string path, PrivateFolder folder, DecoderLimits limits, CancellationToken cancellationToken)
    {
        using var target = folder.CreateFile("db");
        AccessFileDecoder.Decode(source, target, path, limits, cancellationToken);
        return target.Name;
    }

    private static string CopyWithLog(FileStream source, string walPath, PrivateFolder folder)
    {
        using var target = folder.CreateFile("db");
        source.CopyTo(target);
        using var logSource = new FileStream(walPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var logTarget = folder.CreateFile("db-wal");
        logSource.CopyTo(logTarget);
        return target.Name;
    }

    private static SqliteConnection Connect(string uri, string path, bool isImmutable)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = uri,
            Mode = isImmutable ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            // A foreign schema runs nothing, and a damaged page is noticed rather than read beyond. Rows are looked up at random.
            command.CommandText =
                "pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0; pragma cache_size = -32768; pragma query_only = on; "
                + "select count(*) from sqlite_master";
            command.ExecuteScalar();
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw SqliteFailure.From(exception, path, "read");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
