using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using ResourceStatus = Auth0Connector.AccessFile.Messages.Status;

namespace Auth0Connector.Sync.Mapping;

/// <summary>
/// Users as serialised resources: status and profile stand in both places, for old readers and new (format section 7). Written without the
/// generated classes, because nothing else comes in millions that is as large; the profile is written once and copied.
/// </summary>
internal sealed class UserMapper : IDisposable
{
    private static readonly string TraitUrl = Annotation.UrlOf<UserTrait>();

    private readonly MessageWriter _resource = new();
    private readonly MessageWriter _profile = new();

    /// <summary>The resource of one user.</summary>
    public static byte[] Of(UserRecord user, string id)
    {
        using var mapper = new UserMapper();
        return mapper.Map(user, id);
    }

    /// <summary>The resource of one user, where many follow each other.</summary>
    public byte[] Map(UserRecord user, string id)
    {
        var (given, family) = UserNames.Parts(user);
        _profile.Clear();
        UserProfile.Write(_profile, user, id, given, family);
        var status = user.Blocked == true ? ResourceStatus.Types.ResourceStatus.Disabled : ResourceStatus.Types.ResourceStatus.Enabled;

        _resource.Clear();
        var identity = _resource.Begin(Resource.IdFieldNumber);
        _resource.Text(ResourceId.ResourceTypeFieldNumber, ResourceTypeIds.User);
        _resource.Text(ResourceId.ResourceFieldNumber, id);
        _resource.End(identity);
        _resource.Text(Resource.DisplayNameFieldNumber, ResourceMapper.Name(UserNames.Display(user), id));
        var annotation = _resource.Begin(Resource.AnnotationsFieldNumber);
        _resource.Text(Any.TypeUrlFieldNumber, TraitUrl);
        var trait = _resource.Begin(Any.ValueFieldNumber);
        WriteTrait(user, given, family);
        _resource.End(trait);
        _resource.End(annotation);
        _resource.Nested(Resource.ProfileBytesFieldNumber, _profile.Written);
        WriteStatus(Resource.StatusFieldNumber, ResourceStatus.Status_FieldNumber, (int)status);
        if (user.CreatedAt is { } created)
        {
            _resource.Instant(Resource.CreatedAtFieldNumber, created);
        }

        return _resource.Written.ToArray();
    }

    public void Dispose()
    {
        _resource.Dispose();
        _profile.Dispose();
    }

    private void WriteTrait(UserRecord user, string given, string family)
    {
        if (user.Email is { Length: > 0 } email)
        {
            var address = _resource.Begin(UserTrait.EmailsFieldNumber);
            _resource.Text(UserTrait.Types.Email.AddressFieldNumber, email);
            _resource.Flag(UserTrait.Types.Email.IsPrimaryFieldNumber, true);
            _resource.End(address);
        }

        var status = user.Blocked == true ? UserTrait.Types.Status.Types.Status.Disabled : UserTrait.Types.Status.Types.Status.Enabled;
        WriteStatus(UserTrait.StatusFieldNumber, UserTrait.Types.Status.Status_FieldNumber, (int)status);
        _resource.Nested(UserTrait.ProfileBytesFieldNumber, _profile.Written);
        _resource.Number(UserTrait.AccountTypeFieldNumber, (int)UserTrait.Types.AccountType.Human);
        _resource.Text(UserTrait.LoginFieldNumber, UserNames.Login(user));
        if (user.Email is { Length: > 0 })
        {
            _resource.Text(UserTrait.LoginAliasesFieldNumber, user.Username);
        }

        if (user.CreatedAt is { } created)
        {
            _resource.Instant(UserTrait.CreatedAtFieldNumber, created);
        }

        if (user.LastLogin is { } last)
        {
            _resource.Instant(UserTrait.LastLoginFieldNumber, last);
        }

        if (user.Multifactor is { } multifactor)
        {
            var mfa = _resource.Begin(UserTrait.MfaStatusFieldNumber);
            if (multifactor)
            {
                _resource.Flag(UserTrait.Types.MFAStatus.MfaEnabledFieldNumber, true);
            }

            _resource.End(mfa);
        }

        if (given.Length > 0 || family.Length > 0)
        {
            var name = _resource.Begin(UserTrait.StructuredNameFieldNumber);
            _resource.Text(UserTrait.Types.StructuredName.GivenNameFieldNumber, given);
            _resource.Text(UserTrait.Types.StructuredName.FamilyNameFieldNumber, family);
            _resource.End(name);
        }
    }

    private void WriteStatus(int field, int inner, int status)
    {
        var begin = _resource.Begin(field);
        _resource.Number(inner, status);
        _resource.End(begin);
    }
}
