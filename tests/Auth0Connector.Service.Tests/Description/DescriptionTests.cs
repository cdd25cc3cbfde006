using Auth0Connector.ControlPlane;
using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Description;
using Auth0Connector.Service.Tests.ControlPlane;
using Google.Protobuf;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Tests.Description;

/// <summary>What is said with hello is what the cloud takes, and what is true.</summary>
public sealed class DescriptionTests
{
    /// <summary>What a distribution says, and what is made of it: platform, its version, its family.</summary>
    public static TheoryData<string[], string, string, string> Releases => new()
    {
        { ["ID=debian", "VERSION_ID=\"12\""], "debian", "12", "debian" },
        { ["NAME=Ubuntu", "ID=ubuntu", "ID_LIKE=debian", "VERSION_ID='24.04'"], "ubuntu", "24.04", "debian" },
        { ["ID=\"rocky\"", "ID_LIKE=\"rhel centos fedora\"", "VERSION_ID=\"9.4\""], "rocky", "9.4", "rhel" },
    };

    [Fact]
    public async Task The_cloud_takes_all_of_it()
    {
        await using var server = await ControlPlaneServer.StartAsync();
        using var raw = new RawConnector(server);
        await raw.BuyAsync();
        var hello = RawConnector.Hello();
        hello.ConnectorMetadata = Auth0Connector.ControlPlane.Protocol.ConnectorMetadata.Parser.ParseFrom(ConnectorDescription.Metadata().ToByteArray());
        hello.OsInfo = Auth0Connector.ControlPlane.Protocol.BatonServiceHelloRequest.Types.OSInfo.Parser.ParseFrom(HostDescription.Machine().ToByteArray());
        hello.BuildInfo = Auth0Connector.ControlPlane.Protocol.BatonServiceHelloRequest.Types.BuildInfo.Parser.ParseFrom(HostDescription.Build("1.2.3").ToByteArray());

        await raw.Client.HelloAsync(hello, raw.Headers);

        Assert.Empty(server.Violations);
        var user = Assert.Single(hello.ConnectorMetadata.Capabilities.ResourceTypeCapabilities, type => type.ResourceType.Id == "user");
        Assert.Equal([2, 5, 6, 8, 11], user.Capabilities.Select(static capability => (int)capability));
        Assert.Equal([1, 2, 5, 6, 8, 10, 11, 12, 13], hello.ConnectorMetadata.Capabilities.ConnectorCapabilities_.Select(static capability => (int)capability));
    }

    [Fact]
    public void Every_field_of_the_form_is_read()
    {
        var fields = ConnectorDescription.Metadata().AccountCreationSchema.FieldMap;
        var read = AccountForm.Read(login: null, email: null, fields.Keys.ToDictionary(static name => name, static name => $"the {name}", StringComparer.Ordinal));

        string?[] values = [read.Connection, read.Email, read.Username, read.PhoneNumber, read.Name, read.GivenName, read.FamilyName];
        Assert.Equal(fields.Keys.Select(static name => $"the {name}").Order(StringComparer.Ordinal), values.Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, fields.Count), fields.Values.Select(static field => field.Order).Order());
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_distribution_is_named_as_it_names_itself(string[] release, string platform, string version, string family)
    {
        var machine = HostDescription.Machine(release);

        Assert.Equal((platform, version, family), (machine.Platform, machine.PlatformVersion, machine.PlatformFamily));
    }

    [Fact]
    public void Nothing_of_a_machine_that_says_nothing_is_empty()
    {
        foreach (var release in (string[][])[[], ["ID="], ["ID=\"\"", "VERSION_ID", "=x"]])
        {
            var machine = HostDescription.Machine(release);
            Assert.All(
                [machine.Hostname, machine.Os, machine.Platform, machine.PlatformVersion, machine.PlatformFamily, machine.KernelVersion, machine.KernelArch, machine.VirtualizationSystem],
                static field => Assert.NotEmpty(field));
        }
    }
}
