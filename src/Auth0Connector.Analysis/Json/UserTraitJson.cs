using System.Text.Json;
using Auth0Connector.AccessFile.Messages;

namespace Auth0Connector.Analysis.Json;

/// <summary>The fields of a person's trait.</summary>
internal static class UserTraitJson
{
    private static readonly string[] Statuses = ["STATUS_UNSPECIFIED", "STATUS_ENABLED", "STATUS_DISABLED", "STATUS_DELETED"];

    private static readonly string[] AccountTypes =
        ["ACCOUNT_TYPE_UNSPECIFIED", "ACCOUNT_TYPE_HUMAN", "ACCOUNT_TYPE_SERVICE", "ACCOUNT_TYPE_SYSTEM"];

    public static void Write(Utf8JsonWriter json, UserTrait trait)
    {
        json.Messages("emails", trait.Emails, static (json, email) =>
        {
            json.Text("address", email.Address);
            json.Flag("isPrimary", email.IsPrimary);
        });
        json.Message("status", trait.Status, static (json, status) =>
        {
            json.Enum("status", (int)status.Status_, MessageJson.Name(Statuses, (int)status.Status_));
            json.Text("details", status.Details);
        });
        json.Struct("profile", trait.Profile);
        json.Asset("icon", trait.Icon);
        json.Enum("accountType", (int)trait.AccountType, MessageJson.Name(AccountTypes, (int)trait.AccountType));
        json.Text("login", trait.Login);
        json.Texts("loginAliases", trait.LoginAliases);
        json.Time("createdAt", trait.CreatedAt);
        json.Time("lastLogin", trait.LastLogin);
        json.Message("mfaStatus", trait.MfaStatus, static (json, status) => json.Flag("mfaEnabled", status.MfaEnabled));
        json.Message("ssoStatus", trait.SsoStatus, static (json, status) => json.Flag("ssoEnabled", status.SsoEnabled));
        json.Message("structuredName", trait.StructuredName, static (json, name) =>
        {
            json.Text("givenName", name.GivenName);
            json.Text("familyName", name.FamilyName);
            json.Texts("middleNames", name.MiddleNames);
            json.Text("prefix", name.Prefix);
            json.Text("suffix", name.Suffix);
        });
        json.Texts("employeeIds", trait.EmployeeIds);
    }
}
