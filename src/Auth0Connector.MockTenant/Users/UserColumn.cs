using System.Text;

namespace Auth0Connector.MockTenant.Users;

/// <summary>One attribute of an answer: where it comes from and the name it is written under.</summary>
internal sealed class UserColumn(string source, string writtenAs)
{
    public string Source { get; } = source;

    public UserField? Field { get; } = UserFields.TryParse(source, out var field) ? field : null;

    /// <summary>The name, quoted, with the colon.</summary>
    public byte[] Prefix { get; } =
        Encoding.UTF8.GetBytes($"\"{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(writtenAs)}\":");
}
