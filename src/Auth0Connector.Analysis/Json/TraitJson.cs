using System.Text.Json;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Json;

/// <summary>The fields of the traits of what is no person.</summary>
internal static class TraitJson
{
    private static readonly string[] AppFlags =
        ["APP_FLAG_UNSPECIFIED", "APP_FLAG_HIDDEN", "APP_FLAG_INACTIVE", "APP_FLAG_SAML", "APP_FLAG_OIDC", "APP_FLAG_BOOKMARK"];

    private static readonly string[] CredentialTypes =
        ["CREDENTIAL_TYPE_UNSPECIFIED", "CREDENTIAL_TYPE_STATIC_SECRET", "CREDENTIAL_TYPE_ASYMMETRIC_KEY", "CREDENTIAL_TYPE_CERTIFICATE"];

    private static readonly string[] IdentityTypes =
        ["NHI_TYPE_UNSPECIFIED", "NHI_TYPE_APP_REGISTRATION", "NHI_TYPE_ASSUMABLE_ROLE", "NHI_TYPE_MANAGED_IDENTITY"];

    public static void Write(Utf8JsonWriter json, GroupTrait trait)
    {
        json.Asset("icon", trait.Icon);
        json.Struct("profile", trait.Profile);
        json.Text("groupSourceType", trait.GroupSourceType);
        json.Text("rawGroupSourceType", trait.RawGroupSourceType);
    }

    public static void Write(Utf8JsonWriter json, RoleTrait trait)
    {
        json.Struct("profile", trait.Profile);
        json.Message("roleScopeConditions", trait.RoleScopeConditions, static (json, conditions) =>
        {
            json.Text("type", conditions.Type);
            json.Messages("conditions", conditions.Conditions, static (json, condition) => json.Text("expression", condition.Expression));
        });
    }

    public static void Write(Utf8JsonWriter json, ScopeBindingTrait trait)
    {
        json.Id("roleId", trait.RoleId);
        json.Id("scopeResourceId", trait.ScopeResourceId);
    }

    public static void Write(Utf8JsonWriter json, AppTrait trait)
    {
        json.Text("helpUrl", trait.HelpUrl);
        json.Asset("icon", trait.Icon);
        json.Asset("logo", trait.Logo);
        json.Struct("profile", trait.Profile);
        if (trait.Flags.Count > 0)
        {
            json.WriteStartArray("flags");
            foreach (var flag in trait.Flags)
            {
                json.EnumValue((int)flag, MessageJson.Name(AppFlags, (int)flag));
            }

            json.WriteEndArray();
        }

        json.Text("appSourceType", trait.AppSourceType);
        json.Text("rawAppSourceType", trait.RawAppSourceType);
    }

    public static void Write(Utf8JsonWriter json, SecretTrait trait)
    {
        json.Struct("profile", trait.Profile);
        json.Time("createdAt", trait.CreatedAt);
        json.Time("expiresAt", trait.ExpiresAt);
        json.Time("lastUsedAt", trait.LastUsedAt);
        json.Id("createdById", trait.CreatedById);
        json.Id("identityId", trait.IdentityId);
        json.Enum("credentialType", (int)trait.CredentialType, MessageJson.Name(CredentialTypes, (int)trait.CredentialType));
        json.Text("credentialDetail", trait.CredentialDetail);
    }

    public static void Write(Utf8JsonWriter json, NonHumanIdentityTrait trait)
    {
        json.Enum("nhiType", (int)trait.NhiType, MessageJson.Name(IdentityTypes, (int)trait.NhiType));
        json.Text("nhiDetail", trait.NhiDetail);
    }
}
