using System.Globalization;
using Auth0Connector.AccessFile.Container;
using Auth0Connector.AccessFile.Reading;
using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Files;

/// <summary>How commands open an access file: the ecosystem's variables say how much a file may ask for, and where it is unpacked.</summary>
internal static class ReaderSettings
{
    public static AccessFileReaderOptions Of(Host host) => new()
    {
        Limits = DecoderLimits.FromMegabytes(Number(FileFlags.MaxDecodedSize, host), Number(FileFlags.MaxDecoderMemory, host)),
        TemporaryFolder = host.Variable("BATON_TMPDIR") is { Length: > 0 } folder ? host.FullPath(folder) : null,
    };

    /// <summary>The same for a command that looks into a file: what is kept unpacked is used. An object is fetched anew each time, so nothing is kept of it.</summary>
    public static AccessFileReaderOptions Of(Session session, string path) =>
        Of(session.Host) with { Cache = session.Host.Remote.Find(path) is null ? session.Cache : null };

    private static long? Number(SettingDefinition setting, Host host)
    {
        if (host.Variable(setting.Variable) is not { Length: > 0 } text)
        {
            return null;
        }

        SettingCheck.Check(setting, new SettingValue(setting.Variable, [text]));
        return long.Parse(text, CultureInfo.InvariantCulture);
    }
}
