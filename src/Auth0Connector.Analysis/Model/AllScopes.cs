using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Model;

/// <summary>Whether a client grant says <c>allow_all_scopes</c>, for any subject type (API reference, client grants).</summary>
internal static class AllScopes
{
    public static bool AreGranted(Grant grant)
    {
        try
        {
            return Annotation.Find<GrantMetadata>(grant.Annotations)?.Metadata is { } metadata
                && metadata.Fields.TryGetValue("subject_types", out var types)
                && types.KindCase == Value.KindOneofCase.StructValue
                && types.StructValue.Fields.Values.Any(IsAll);
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }

    private static bool IsAll(Value subject) =>
        subject.KindCase == Value.KindOneofCase.StructValue
        && subject.StructValue.Fields.TryGetValue("allow_all_scopes", out var all)
        && all.BoolValue;
}
