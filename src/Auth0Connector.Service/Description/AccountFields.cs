using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;

namespace Auth0Connector.Service.Description;

/// <summary>The form that ConductorOne shows for a new account; its fields are those that <see cref="AccountForm"/> reads from a profile.</summary>
internal static class AccountFields
{
    private static readonly (string Name, string Title, string Help, string Example)[] All =
    [
        ("connection", "Connection", "The connection in which the account is made: a database, or email or sms.", AccountForm.DefaultConnection),
        ("email", "E-mail", "The address that the person signs in with.", "ada@example.com"),
        ("username", "User name", "Where the connection asks for one.", "ada"),
        ("phone_number", "Phone number", "For the connection sms, with the country's code.", "+15555550100"),
        ("name", "Name", "The whole name.", "Ada Lovelace"),
        ("given_name", "Given name", "", "Ada"),
        ("family_name", "Family name", "", "Lovelace"),
    ];

    public static ConnectorAccountCreationSchema Schema()
    {
        var schema = new ConnectorAccountCreationSchema();
        foreach (var (index, (name, title, help, example)) in All.Index())
        {
            schema.FieldMap.Add(name, new ConnectorAccountCreationSchema.Types.Field
            {
                DisplayName = title,
                Description = help,
                Placeholder = example,
                Order = index + 1,
                StringField = new ConnectorAccountCreationSchema.Types.StringField(),
            });
        }

        // Where nothing is chosen, that is what is taken.
        schema.FieldMap["connection"].StringField.DefaultValue = AccountForm.DefaultConnection;
        return schema;
    }
}
