using System.Text.Json.Serialization;

namespace Auth0Connector.Cli.Tests.Changes;

[JsonSerializable(typeof(DateTimeOffset))]
internal sealed partial class LedgerTimes : JsonSerializerContext;
