namespace Auth0Connector.Cli.Tests.Errors;

internal static class KeepingMistakes
{
    private const string Time = "is no length of time; give a whole number and s, m, h or d, such as 24h";

    public static IReadOnlyList<ConfigurationMistake> All { get; } =
    [
        new("What stays", "Length of time without a unit", ["--resume-within", "24"], $"--resume-within: '24' {Time}"),
        new("What stays", "Negative length of time", ["--resume-within=-1h"], $"--resume-within: '-1h' {Time}"),
        new("What stays", "Length of time in words", [], $"BATON_RESUME_WITHIN: 'one day' {Time}") { Variables = new() { ["BATON_RESUME_WITHIN"] = "one day" } },
        new("What stays", "Length of time beyond all measure", ["--resume-within", "99999999d"], $"--resume-within: '99999999d' {Time}"),
        new("What stays", "No sync at all", ["--keep-syncs", "0"], "--keep-syncs: 0 is out of range; give a whole number from 1 to 1000"),
        new("What stays", "No sync at all, in the ecosystem's variable", [], "BATON_KEEP_SYNC_COUNT: 0 is out of range; give a whole number from 1 to 1000") { Variables = new() { ["BATON_KEEP_SYNC_COUNT"] = "0" } },
        new("What stays", "Some syncs and all syncs", ["--keep-syncs", "3", "--skip-cleanup"], "--keep-syncs and --skip-cleanup contradict each other; give one of them"),
        new("What stays", "A limit of nothing", [], "BATON_DECODER_MAX_DECODED_SIZE_MB: 0 is out of range; give a whole number from 1 to 1073741824") { Variables = new() { ["BATON_DECODER_MAX_DECODED_SIZE_MB"] = "0" } },
        new("What stays", "A limit that is no number", [], "BATON_DECODER_MAX_MEMORY_MB: '1GB' is not a whole number; give one from 1 to 2048") { Variables = new() { ["BATON_DECODER_MAX_MEMORY_MB"] = "1GB" } },
        new("Trust", "Authority's file that does not exist", ["--ca-file", "ca.pem"], "--ca-file: 'ca.pem' does not exist; name the file with the authority's certificate"),
        new("Trust", "Authority's file is a directory", ["--ca-file", "certs"], "--ca-file: 'certs' is a directory; name the file with the authority's certificate itself") { Files = new() { ["certs/"] = string.Empty } },
        new("Trust", "Authority's file without a certificate", ["--ca-file", "ca.pem"], "--ca-file: 'ca.pem' holds no certificate; give PEM text that begins with -----BEGIN CERTIFICATE-----") { Files = new() { ["ca.pem"] = "hello" } },
        new("Trust", "Authority's certificate that is damaged", ["--ca-file", "ca.pem"], "--ca-file: 'ca.pem' holds a certificate that cannot be read; give PEM text as the authority hands it out") { Files = new() { ["ca.pem"] = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" } },
        new("Trust", "Verification turned off", ["--insecure"], "unknown flag --insecure; see 'auth0-connector --help'"),
    ];
}
