using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.Analysis.Listing;

/// <summary>
/// What a resource says of a person. The newer fields of the resource come first, then those of its trait, as in the
/// ecosystem's reader (format section 4).
/// </summary>
public sealed class Person
{
    private readonly Resource _resource;
    private readonly UserTrait? _trait;

    /// <summary>Reads the trait; one that does not decode counts as absent.</summary>
    public Person(Resource resource)
    {
        _resource = resource;
        try
        {
            _trait = Annotation.Find<UserTrait>(resource.Annotations);
        }
        catch (InvalidProtocolBufferException)
        {
            _trait = null;
        }
    }

    /// <summary>Whether the resource carries a person's trait.</summary>
    public bool IsPerson => _trait is not null;

    /// <summary>The primary e-mail address, else the first one, else that of the profile.</summary>
    public string Email =>
        _trait?.Emails.FirstOrDefault(email => email.IsPrimary)?.Address ?? _trait?.Emails.FirstOrDefault()?.Address ?? Profile("email");

    /// <summary>The primary e-mail address only.</summary>
    public string PrimaryEmail => _trait?.Emails.FirstOrDefault(email => email.IsPrimary)?.Address ?? string.Empty;

    /// <summary>Every address and login.</summary>
    public IEnumerable<string> Addresses =>
        _trait is null ? [] : _trait.Emails.Select(email => email.Address).Append(_trait.Login).Concat(_trait.LoginAliases).Where(text => text.Length > 0);

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>deleted</c>, or empty where nothing is said.</summary>
    public string Status
    {
        get
        {
            var status = _resource.Status is { } own ? (int)own.Status_ : 0;
            if (status == 0)
            {
                status = _trait?.Status is { } former ? (int)former.Status_ : 0;
            }

            return status switch { 1 => "enabled", 2 => "disabled", 3 => "deleted", _ => string.Empty };
        }
    }

    /// <summary>When the person was last seen.</summary>
    public Timestamp? LastLogin => _trait?.LastLogin;

    /// <summary>When the account was made.</summary>
    public Timestamp? CreatedAt => _resource.CreatedAt ?? _trait?.CreatedAt;

    /// <summary>A text of the profile, or empty.</summary>
    public string Profile(string key) => Text(_resource, key) ?? Text(_trait, key) ?? string.Empty;

    /// <summary>A yes or no of the profile, or null.</summary>
    public bool? Flag(string key) => Flag(_resource, key) ?? Flag(_trait, key);

    private static bool? Flag(IProfiled? message, string key) =>
        message is not null && Profiles.Find(message, key) is { KindCase: Value.KindOneofCase.BoolValue } value ? value.BoolValue : null;

    private static string? Text(IProfiled? message, string key) =>
        message is not null && Profiles.Find(message, key) is { KindCase: Value.KindOneofCase.StringValue } value ? value.StringValue : null;
}
