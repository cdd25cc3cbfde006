using Auth0Connector.Cli.Settings;

namespace Auth0Connector.Cli.Commands;

/// <summary>The commands that look into a file.</summary>
internal static class LookCommands
{
    /// <summary>All of them, in the order of help.</summary>
    public static IReadOnlyList<CommandDefinition> All { get; } =
    [
        new()
        {
            Name = "resource-types",
            Summary = "Lists the resource types of an access file.",
            Settings = LookTable.OfLists,
            Run = ListCommands.ResourceTypesAsync,
        },
        new()
        {
            Name = "resources",
            Summary = "Lists people, roles, organizations and every other resource.",
            Settings = LookTable.Resources,
            Examples =
            [
                ("auth0-connector resources -t user --status disabled", "everybody who is blocked"),
                ("auth0-connector resources -t user --columns email,last_login --sort last_login -o csv", "who was not seen for longest"),
            ],
            Run = ListCommands.ResourcesAsync,
        },
        new()
        {
            Name = "entitlements",
            Summary = "Lists what can be held.",
            Settings = LookTable.Entitlements,
            Examples = [("auth0-connector entitlements --organization acme", "membership and roles of one organization")],
            Run = ListCommands.EntitlementsAsync,
        },
        new()
        {
            Name = "grants",
            Summary = "Lists who holds what, row by row as the file has it.",
            Settings = LookTable.Grants,
            Examples =
            [
                ("auth0-connector grants --user ada@example.com", "what the rows say of one person"),
                ("auth0-connector grants --role Admin -o json", "in the JSON of the ecosystem's reader"),
            ],
            Run = ListCommands.GrantsAsync,
        },
        new()
        {
            Name = "principals",
            Summary = "Lists who holds anything, each once; 'compare' holds two lists against each other.",
            Settings = PrincipalsTable.All,
            Words = ["compare"],
            WordIsOptional = true,
            Examples =
            [
                ("auth0-connector principals --role Admin --status enabled", "the holders of one role"),
                ("auth0-connector principals compare -e role:rol_1:assigned --compare-file okta.c1z --compare-entitlement group:7:member", "who is missing there, and who is there besides"),
            ],
            Run = PrincipalsCommand.RunAsync,
        },
        new()
        {
            Name = "access",
            Summary = "Shows everything that one person reaches, and by which way.",
            Settings = ReachTable.Access,
            Examples =
            [
                ("auth0-connector access --user ada@example.com", "organizations, roles, groups and permissions as a tree"),
                ("auth0-connector access -t user -r 'auth0|123' -o json", "in the JSON of the ecosystem's reader"),
            ],
            Run = AccessCommand.RunAsync,
        },
        new()
        {
            Name = "who",
            Summary = "Lists everybody who reaches a permission, role, organization or group, and how.",
            Settings = ReachTable.Who,
            Examples =
            [
                ("auth0-connector who --role Admin", "the holders, also those by a group"),
                ("auth0-connector who --permission read:invoices --status enabled -o csv", "for a spreadsheet"),
            ],
            Run = WhoCommand.RunAsync,
        },
        new()
        {
            Name = "explain",
            Summary = "Says every way in which a person reaches something, or ends with code 3 if there is none.",
            Settings = ReachTable.Explain,
            Examples = [("auth0-connector explain --user ada@example.com --permission read:invoices", "why she can read invoices")],
            Run = ExplainCommand.RunAsync,
        },
        new()
        {
            Name = "syncs",
            Summary = "Lists the syncs of an access file.",
            Settings = LookTable.Syncs,
            Run = SyncsCommand.ListAsync,
        },
        new()
        {
            Name = "stats",
            Summary = "Counts what a sync holds, by resource type.",
            Settings = LookTable.Statistics,
            Run = SyncsCommand.StatsAsync,
        },
        new()
        {
            Name = "diff",
            Summary = "Compares two syncs: who and what came and went, who gained what and who lost what.",
            Settings = DiffTable.All,
            Operands = ["OLD.c1z", "NEW.c1z"],
            Examples =
            [
                ("auth0-connector diff", "the last two syncs in ./sync.c1z"),
                ("auth0-connector diff monday.c1z friday.c1z -o markdown", "for a ticket"),
                ("auth0-connector diff old.c1z new.c1z --only grants --exit-code", "in a script"),
            ],
            Run = DiffCommand.RunAsync,
        },
        new()
        {
            Name = "export",
            Summary = "Hands an access file on as csv, xlsx, jsonl, a relational sqlite database, parquet, or one sync as c1z.",
            Settings = ExportTable.All,
            Words = ExportCommand.Formats,
            Examples =
            [
                ("auth0-connector export xlsx --flat --out access.xlsx", "everything that everybody reaches, for a spreadsheet"),
                ("auth0-connector export sqlite && sqlite3 sync.sqlite 'select * from effective_access'", "for questions in SQL"),
                ("auth0-connector export csv --out - | head", "to standard output"),
            ],
            Run = ExportCommand.RunAsync,
        },
        new()
        {
            Name = "findings",
            Summary = "Says what should not be there: each rule with its reason, what to do, and everything that it met.",
            Settings = FindingsTable.Findings,
            Examples =
            [
                ("auth0-connector findings", "of the newest sync in ./sync.c1z"),
                ("auth0-connector findings -o sarif --fail-on high > findings.sarif", "in CI; ends with code 3"),
                ("auth0-connector findings --rules rules.yaml -o csv", "with thresholds of your own"),
            ],
            Run = FindingsCommand.RunAsync,
        },
        new()
        {
            Name = "report",
            Summary = "Writes an access review as one HTML page, to be opened from an e-mail or a ticket.",
            Settings = FindingsTable.Report,
            Examples = [("auth0-connector report -f sync.c1z --out review.html", "people, roles, organizations, findings and changes")],
            Run = ReportCommand.RunAsync,
        },
        new()
        {
            Name = "review",
            Summary = "Writes the sheet of an access review, one row for each person and access; 'apply' says what its decisions come to.",
            Settings = ReviewTable.All,
            Words = ["apply"],
            WordIsOptional = true,
            Operands = ["DECISIONS.csv"],
            Examples =
            [
                ("auth0-connector review --reviewer 'Ada Lovelace' --out review.xlsx", "for a spreadsheet"),
                ("auth0-connector review apply decisions.csv --dry-run", "what would be revoked"),
            ],
            Run = ReviewCommand.RunAsync,
        },
    ];
}
