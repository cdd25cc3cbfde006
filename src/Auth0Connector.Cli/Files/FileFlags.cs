using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Files;

/// <summary>Which access file a command looks into, and how much it may ask for.</summary>
internal static class FileFlags
{
    public static readonly SettingDefinition File =
        new("file", SettingKind.Text, SettingGroup.Output, "The access file to look into, of any writer; an uncompressed database, and one in an object store (s3://BUCKET/KEY), too.")
        {
            ShortName = 'f',
            Placeholder = "PATH",
            Default = "sync.c1z",
            DefaultInWords = "BATON_FILE, else the configuration's, else sync.c1z",
            Example = "sync.c1z",
            IsOfEveryCommand = true,
            IsInEveryConfig = true,
            IsAccessFile = true,
        };

    public static readonly SettingDefinition Cache =
        new("cache", SettingKind.Switch, SettingGroup.Advanced, "Keep large files unpacked for the next question, for this user alone; --no-cache neither keeps nor uses any. Not where CI is set, unless the flag says so.")
        {
            Default = "true",
            IsOfEveryCommand = true,
            IsInEveryConfig = true,
            IsNegatable = true,
        };

    /// <summary>Which file, and where configuration that may name it comes from.</summary>
    public static IReadOnlyList<SettingDefinition> Chosen { get; } = [File, .. ConfigFlags.All, Cache];

    public static readonly SettingDefinition SyncId =
        new("sync-id", SettingKind.Text, SettingGroup.Selection, "Show this sync of the file; 'syncs' lists them.") { Placeholder = "ID", DefaultInWords = "the newest finished one" };

    public static readonly SettingDefinition MaxDecodedSize =
        new("decoder-max-decoded-size-mb", SettingKind.Number, SettingGroup.Advanced, "Largest size in MiB to which a former access file may unpack.")
        {
            Placeholder = "N",
            Default = "10240",
            Least = 1,
            Most = 1 << 30,
        };

    public static readonly SettingDefinition MaxDecoderMemory =
        new("decoder-max-memory-mb", SettingKind.Number, SettingGroup.Advanced, "Largest memory in MiB that unpacking a former access file may ask for.")
        {
            Placeholder = "N",
            Default = "128",
            Least = 1,
            Most = 2048,
        };
}
