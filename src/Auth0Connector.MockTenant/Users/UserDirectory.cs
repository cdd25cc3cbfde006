using System.Diagnostics.CodeAnalysis;
using System.Text;
using Auth0Connector.MockTenant.Changes;
using Auth0Connector.MockTenant.Data;

namespace Auth0Connector.MockTenant.Users;

/// <summary>
/// Everybody, by index and computed when asked: first the odd ones, then the ordinary ones, of which the last
/// are missing from search. Beyond <see cref="Count"/> come the deleted ones, who have an id and nothing else.
/// </summary>
internal sealed class UserDirectory
{
    private readonly ulong _seed;
    private readonly List<OddUser> _odd = [];
    private readonly Dictionary<string, int> _oddById = new(StringComparer.Ordinal);
    private readonly UserTexts _texts;

    public UserDirectory(MockTenantOptions options)
    {
        _seed = Mixing.Hash((ulong)options.Seed, 0x05E7);
        Count = options.Users;
        Listed = Math.Max(options.Users - options.UnlistedUsers, 0);
        WithDeleted = options.Users + options.DeletedUsers;
        var odd = options.Oddities ? Math.Min(OddRecipes.All.Count, Listed) : 0;
        Timeline = new UserTimeline(_seed, WithDeleted, odd, options.BulkImport);
        for (var index = 0; index < odd; index++)
        {
            var user = OddUsers.Create(OddRecipes.All[index], index, Timeline.CreatedAt(index));
            _odd.Add(user);
            _oddById.Add(user.Id, index);
        }

        _texts = new UserTexts(_seed);
        Changes = new UserChanges(options, WithDeleted);
    }

    /// <summary>What was written since the start.</summary>
    public UserChanges Changes { get; }

    /// <summary>Everybody who exists now.</summary>
    public IEnumerable<int> Existing => Changes.IsEmpty
        ? Enumerable.Range(0, Count)
        : Enumerable.Range(0, Count).Concat(Changes.Created).Where(Exists);

    public bool Exists(int index) => index >= 0 && (index < Count || Changes.IsCreated(index)) && !Changes.IsDeleted(index);

    /// <summary>Those of a run of indices that the search knows, and whoever was created.</summary>
    public IEnumerable<int> InSearch(int first, int end) => Changes.IsEmpty
        ? Enumerable.Range(first, end - first)
        : Enumerable.Range(first, end - first).Concat(Changes.Created).Where(Changes.IsSeen);

    /// <summary>People who exist.</summary>
    public int Count { get; }

    /// <summary>People that search and export know, the first so many.</summary>
    public int Listed { get; }

    /// <summary>People who exist or did.</summary>
    public int WithDeleted { get; }

    public int OddCount => _odd.Count;

    public UserTimeline Timeline { get; }

    public bool TryGetOdd(int index, [NotNullWhen(true)] out OddUser? user)
    {
        if (!Changes.IsEmpty && Changes.TryGetWritten(index, out user))
        {
            return true;
        }

        user = index < _odd.Count ? _odd[index] : null;
        return user is not null;
    }

    public UserTraits Traits(int index)
    {
        var hash = Mixing.Hash(_seed, (uint)index);
        var bulk = Timeline.IsBulk(index);
        var kind = bulk ? BulkKind(hash) : KindOf(hash % 100);
        var created = Timeline.CreatedAt(index);
        var signedIn = (hash >> 16) % 100 >= 12;
        var lastLogin = signedIn ? created + (long)(Mixing.Mix(hash) % (ulong)(UserTimeline.End - created + 1)) : -1;
        var blocked = (hash >> 8) % 100;
        var hasUsername = kind == ConnectionKind.Database && (hash >> 44) % 50 == 0;
        return new UserTraits(
            index,
            hash,
            kind,
            created,
            Math.Max(lastLogin, created + ((hash & 1) == 0 ? 0 : 3000)),
            lastLogin,
            signedIn ? 1 + (int)((hash >> 40) % 200) : -1,
            Changes.Blocked(index) ?? (blocked < 3 ? true : blocked < 8 ? false : null),
            kind != ConnectionKind.Sms && !hasUsername,
            (hash >> 50) % 60 != 0,
            hasUsername);
    }

    public void AppendText(Utf8Buffer target, UserField field, in UserTraits traits)
    {
        if (field == UserField.Email)
        {
            _texts.AppendEmail(target, EmailOwner(traits));
        }
        else
        {
            _texts.Append(target, field, traits);
        }
    }

    public void AppendProviderId(Utf8Buffer target, in UserTraits traits) => _texts.AppendProviderId(target, traits);

    public static bool HasText(UserField field, in UserTraits traits) => UserTexts.Has(field, traits);

    public string IdOf(int index)
    {
        if (TryGetOdd(index, out var odd))
        {
            return odd.Id;
        }

        var buffer = new Utf8Buffer(64);
        _texts.Append(buffer, UserField.UserId, Traits(index));
        return buffer.ToString();
    }

    /// <summary>The index of an id, the deleted ones included, or -1.</summary>
    public int Find(string id)
    {
        if (_oddById.TryGetValue(id, out var odd))
        {
            return odd;
        }

        if (Changes.Find(id) is >= 0 and var created)
        {
            return created;
        }

        var index = _texts.IndexFromId(id);
        return index >= _odd.Count && index < WithDeleted && string.Equals(IdOf((int)index), id, StringComparison.Ordinal)
            ? (int)index
            : -1;
    }

    /// <summary>Everyone with exactly this e-mail address, who exists.</summary>
    public IEnumerable<int> FindByEmail(string email) => FindComputed(email)
        .Concat(Changes.Created.Where(index => TryGetOdd(index, out var user) && string.Equals(user.Text("email"), email, StringComparison.Ordinal)))
        .Where(Exists);

    private IEnumerable<int> FindComputed(string email)
    {
        for (var index = 0; index < _odd.Count; index++)
        {
            if (string.Equals(_odd[index].Text("email"), email, StringComparison.Ordinal))
            {
                yield return index;
            }
        }

        // The number in the address is the owner's index; the next one may share the address.
        var at = email.IndexOf('@', StringComparison.Ordinal);
        var digits = at;
        while (digits > 0 && char.IsAsciiDigit(email[digits - 1]))
        {
            digits--;
        }

        if (at < 0 || !int.TryParse(email.AsSpan(digits, at - digits), out var owner))
        {
            yield break;
        }

        for (var index = Math.Max(owner, _odd.Count); index <= owner + 1 && index < Count; index++)
        {
            var traits = Traits(index);
            if (traits.HasEmail && string.Equals(Text(UserField.Email, traits), email, StringComparison.Ordinal))
            {
                yield return index;
            }
        }
    }

    public string Text(UserField field, in UserTraits traits)
    {
        var buffer = new Utf8Buffer(64);
        AppendText(buffer, field, traits);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    // One person in 211 has the address of the one before, over another connection.
    private UserTraits EmailOwner(in UserTraits traits)
    {
        if (traits.Index % 211 != 5 || traits.Index - 1 < _odd.Count)
        {
            return traits;
        }

        var before = Traits(traits.Index - 1);
        return before.HasEmail ? before : traits;
    }

    private static ConnectionKind BulkKind(ulong hash) =>
        hash % 5 == 0 ? ConnectionKind.Database : ConnectionKind.Imported;

    private static ConnectionKind KindOf(ulong percent) => percent switch
    {
        < 50 => ConnectionKind.Database,
        < 56 => ConnectionKind.Imported,
        < 70 => ConnectionKind.Google,
        < 80 => ConnectionKind.Saml,
        < 88 => ConnectionKind.Entra,
        < 93 => ConnectionKind.GitHub,
        < 97 => ConnectionKind.Sms,
        _ => ConnectionKind.Email,
    };
}
