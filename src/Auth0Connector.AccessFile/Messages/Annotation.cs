using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Messages;

/// <summary>
/// Packs messages into <see cref="Any"/> and finds them again (format section 4). The type URL comes from a table of
/// constants and not from message descriptors, so that nothing here needs reflection.
/// </summary>
public static class Annotation
{
    private const string UrlPrefix = "type.googleapis.com/c1.connector.v2.";

    private static readonly Dictionary<System.Type, string> Names = new()
    {
        [typeof(UserTrait)] = "UserTrait",
        [typeof(GroupTrait)] = "GroupTrait",
        [typeof(RoleTrait)] = "RoleTrait",
        [typeof(ScopeBindingTrait)] = "ScopeBindingTrait",
        [typeof(AppTrait)] = "AppTrait",
        [typeof(SecretTrait)] = "SecretTrait",
        [typeof(NonHumanIdentityTrait)] = "NonHumanIdentityTrait",
        [typeof(GrantExpandable)] = "GrantExpandable",
        [typeof(GrantImmutable)] = "GrantImmutable",
        [typeof(EntitlementImmutable)] = "EntitlementImmutable",
        [typeof(GrantMetadata)] = "GrantMetadata",
        [typeof(EntitlementExclusionGroup)] = "EntitlementExclusionGroup",
        [typeof(ExternalLink)] = "ExternalLink",
        [typeof(ChildResourceType)] = "ChildResourceType",
        [typeof(RawId)] = "RawId",
        [typeof(V1Identifier)] = "V1Identifier",
        [typeof(Aliases)] = "Aliases",
        [typeof(ExternalResourceMatch)] = "ExternalResourceMatch",
        [typeof(ExternalResourceMatchAll)] = "ExternalResourceMatchAll",
        [typeof(ExternalResourceMatchID)] = "ExternalResourceMatchID",
        [typeof(SkipEntitlementsAndGrants)] = "SkipEntitlementsAndGrants",
        [typeof(SkipEntitlements)] = "SkipEntitlements",
        [typeof(SkipGrants)] = "SkipGrants",
        [typeof(InsertResourceGrants)] = "InsertResourceGrants",
        [typeof(GrantAlreadyExists)] = "GrantAlreadyExists",
        [typeof(GrantAlreadyRevoked)] = "GrantAlreadyRevoked",
        [typeof(BatonID)] = "BatonID",
        [typeof(OptInRequired)] = "OptInRequired",
        [typeof(SkipSyncAnomalyDetection)] = "SkipSyncAnomalyDetection",
        [typeof(TypeScopedGrants)] = "TypeScopedGrants",
        [typeof(TypeScopedEntitlements)] = "TypeScopedEntitlements",
    };

    /// <summary>Wraps an annotation message.</summary>
    public static Any Pack<T>(T message)
        where T : IMessage<T>, new()
    {
        return new Any { TypeUrl = UrlOf<T>(), Value = message.ToByteString() };
    }

    /// <summary>Whether <paramref name="annotation"/> holds a <typeparamref name="T"/>.</summary>
    public static bool Is<T>(Any annotation)
        where T : IMessage<T>, new()
    {
        return string.Equals(annotation.TypeUrl, UrlOf<T>(), StringComparison.Ordinal);
    }

    /// <summary>The first annotation of the type, or null. Throws <see cref="InvalidProtocolBufferException"/> on garbage inside.</summary>
    public static T? Find<T>(IEnumerable<Any> annotations)
        where T : class, IMessage<T>, new()
    {
        foreach (var annotation in annotations)
        {
            if (Is<T>(annotation))
            {
                var message = new T();
                message.MergeFrom(annotation.Value);
                return Profiles.Checked(message);
            }
        }

        return null;
    }

    /// <summary>The type URL of an annotation message.</summary>
    public static string UrlOf<T>()
        where T : IMessage<T> => UrlPrefix + Names[typeof(T)];
}
