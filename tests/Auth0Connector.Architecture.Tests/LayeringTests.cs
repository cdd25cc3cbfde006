using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Auth0Connector.Architecture.Tests;

/// <summary>Data flows one way, and each foreign library has one home (docs/architecture.md).</summary>
public sealed class LayeringTests
{
    private static readonly System.Reflection.Assembly AccessFile = typeof(AccessFile.Failures.AccessFileException).Assembly;
    private static readonly System.Reflection.Assembly ManagementApi = typeof(ManagementApi.ManagementApiClient).Assembly;
    private static readonly System.Reflection.Assembly Sync = typeof(Sync.TenantSync).Assembly;
    private static readonly System.Reflection.Assembly Provisioning = typeof(Provisioning.ProvisioningException).Assembly;
    private static readonly System.Reflection.Assembly MockTenant = typeof(MockTenant.MockTenantServer).Assembly;
    private static readonly System.Reflection.Assembly Analysis = typeof(Analysis.Listing.AccessList).Assembly;
    private static readonly System.Reflection.Assembly Tables = typeof(Tables.SheetException).Assembly;
    private static readonly System.Reflection.Assembly Vocabulary = typeof(Vocabulary.ScopeNeed).Assembly;
    private static readonly System.Reflection.Assembly ObjectStore = typeof(ObjectStore.ObjectStoreClient).Assembly;
    private static readonly System.Reflection.Assembly Service = typeof(Service.Hosting.ServiceHost).Assembly;
    private static readonly System.Reflection.Assembly Cli = System.Reflection.Assembly.Load("auth0-connector");

    internal static readonly System.Reflection.Assembly[] Assemblies = [AccessFile, ManagementApi, Sync, Analysis, Provisioning, Service, MockTenant, Tables, Vocabulary, ObjectStore, Cli];

    internal static readonly ArchUnitNET.Domain.Architecture Solution = new ArchLoader()
        .LoadAssemblies(Assemblies)
        .Build();

    // A type of this assembly does what the rules forbid.
    internal static readonly ArchUnitNET.Domain.Architecture Violating = new ArchLoader().LoadAssemblies(typeof(LayeringTests).Assembly).Build();

    private static readonly IArchRule LoggingHasItsFolder =
        Types().That().ResideInNamespaceMatching("^Auth0Connector").And().DoNotResideInNamespaceMatching(@"^Auth0Connector\.Cli\.Logging")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching("^Serilog"))
            .Because("everything else takes ILogger");

    private static readonly IArchRule DatabasesHaveTheirHomes =
        Types().That().DoNotResideInNamespaceMatching(@"^Auth0Connector\.AccessFile|^Auth0Connector\.Analysis\.Export\.Relational")
            .And().ResideInNamespaceMatching("^Auth0Connector")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^Microsoft\.Data\.Sqlite"))
            .Because("what a file says is asked of its reader");

    public static TheoryData<string, string[]> AllowedReferences => new()
    {
        { "Auth0Connector.AccessFile", [] },
        { "Auth0Connector.ManagementApi", [] },
        { "Auth0Connector.MockTenant", [] },
        { "Auth0Connector.ObjectStore", [] },
        { "Auth0Connector.Tables", [] },
        { "Auth0Connector.Vocabulary", [] },
        { "Auth0Connector.Analysis", ["Auth0Connector.AccessFile", "Auth0Connector.Tables", "Auth0Connector.Vocabulary"] },
        { "Auth0Connector.Sync", ["Auth0Connector.AccessFile", "Auth0Connector.ManagementApi", "Auth0Connector.Vocabulary"] },
        { "Auth0Connector.Service", ["Auth0Connector.AccessFile", "Auth0Connector.ManagementApi", "Auth0Connector.Provisioning", "Auth0Connector.Sync", "Auth0Connector.Tables", "Auth0Connector.Vocabulary"] },
        { "Auth0Connector.Provisioning", ["Auth0Connector.AccessFile", "Auth0Connector.ManagementApi", "Auth0Connector.Tables", "Auth0Connector.Vocabulary"] },
    };

    [Theory]
    [MemberData(nameof(AllowedReferences))]
    public void A_project_refers_to_nothing_above_it(string project, string[] allowed)
    {
        var referenced = System.Reflection.Assembly.Load(project).GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Auth0Connector.", StringComparison.Ordinal) || name == "auth0-connector");

        Assert.Empty(referenced.Except(allowed));
    }

    [Theory]
    [InlineData("ZstdSharp", "Auth0Connector.AccessFile")]
    [InlineData("Polly.Core", "Auth0Connector.ManagementApi", "Auth0Connector.Service")]
    [InlineData("System.Net.Http", "Auth0Connector.ManagementApi", "Auth0Connector.Service", "Auth0Connector.ObjectStore")]
    [InlineData("Grpc.Net.Client", "Auth0Connector.Service")]
    [InlineData("BouncyCastle.Cryptography", "Auth0Connector.Service")]
    [InlineData("Serilog", "auth0-connector")]
    [InlineData("Spectre.Console", "auth0-connector")]
    [InlineData("System.CommandLine", "auth0-connector")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Core", "Auth0Connector.MockTenant")]
    public void A_library_is_used_where_it_is_at_home(string library, params string[] homes)
    {
        var users = Assemblies
            .Where(assembly => assembly.GetReferencedAssemblies().Any(reference => reference.Name == library))
            .Select(assembly => assembly.GetName().Name);

        Assert.Equal(homes, users);
    }

    [Fact]
    public void Logging_and_drawing_have_a_folder_each_in_the_command_line()
    {
        LoggingHasItsFolder.Check(Solution);
        Assert.False(LoggingHasItsFolder.HasNoViolations(Violating));
    }

    [Fact]
    public void Only_access_files_and_the_relational_export_touch_a_database()
    {
        DatabasesHaveTheirHomes.Check(Solution);
        Assert.False(DatabasesHaveTheirHomes.HasNoViolations(Violating));
    }

    [Fact]
    public void The_rules_see_who_is_allowed_to()
    {
        // Without the exceptions the homes themselves would break them: what they use is known.
        Assert.False(NothingDependsOn(@"^Auth0Connector\.AccessFile", @"^Microsoft\.Data\.Sqlite").HasNoViolations(Solution));
        Assert.False(NothingDependsOn(@"^Auth0Connector\.Cli\.Logging", "^Serilog").HasNoViolations(Solution));
    }

    [Fact]
    public void Mapping_asks_nobody()
    {
        Types().That().ResideInNamespace("Auth0Connector.Sync.Mapping")
            .Should().NotDependOnAny(Types().That().ResideInNamespace("Auth0Connector.ManagementApi"))
            .AndShould().NotDependOnAny(Types().That().ResideInNamespace("Auth0Connector.AccessFile.Staging"))
            .Because("a mapping is a pure function from records to messages")
            .Check(Solution);
    }

    private static IArchRule NothingDependsOn(string users, string library) =>
        Types().That().ResideInNamespaceMatching(users)
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(library));
}
