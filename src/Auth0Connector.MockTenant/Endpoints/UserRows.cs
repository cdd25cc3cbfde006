using System.Text.Json;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;

namespace Auth0Connector.MockTenant.Endpoints;

/// <summary>Writes people where an answer is otherwise made with a JSON writer.</summary>
internal sealed class UserRows(TenantModel model)
{
    /// <summary>The four attributes that members of roles and organizations have.</summary>
    public static readonly string[] MemberFields = ["user_id", "email", "name", "picture"];

    private readonly UserSelection _member = UserSelection.Only(MemberFields);

    public void Write(Utf8JsonWriter writer, int index, UserSelection selection)
    {
        var buffer = new Utf8Buffer(512);
        model.UserJson.Append(buffer, index, selection);
        writer.WriteRawValue(buffer.Written, skipInputValidation: true);
    }

    public void WriteMember(Utf8JsonWriter writer, int index) => Write(writer, index, _member);

    public static UserSelection Select(FieldFilter filter)
    {
        if (filter.Names is not { } names)
        {
            return UserSelection.All;
        }

        return filter.Excludes ? UserSelection.Except(names) : UserSelection.Only(names);
    }
}
