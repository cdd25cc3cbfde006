using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;
using Auth0Connector.Analysis.Reach;

namespace Auth0Connector.Analysis.Model;

/// <summary>A person's account, with everything that it reaches.</summary>
public sealed record Account
{
    /// <summary>Its place in <see cref="AccessModel.People"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Its resource type.</summary>
    public required string TypeId { get; init; }

    /// <summary>Its bare id.</summary>
    public required string Id { get; init; }

    /// <summary>Its display name.</summary>
    public required string Name { get; init; }

    /// <summary>The e-mail address, or empty.</summary>
    public required string Email { get; init; }

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>deleted</c>, or empty.</summary>
    public required string Status { get; init; }

    /// <summary>The connection that it signs in by, or empty.</summary>
    public required string Connection { get; init; }

    /// <summary>When it was last used; null where it never was or nothing is said.</summary>
    public DateTimeOffset? LastLogin { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the address was verified; null where nothing is said.</summary>
    public bool? IsEmailVerified { get; init; }

    /// <summary>What is held directly: places in <see cref="AccessModel.Rights"/>.</summary>
    public IReadOnlyList<int> Direct { get; internal set; } = [];

    /// <summary>What an expansion recorded whose causes the file no longer has.</summary>
    public IReadOnlyList<RecordedRight> Recorded { get; internal set; } = [];

    /// <summary>Everything that is reached, each once, in order.</summary>
    public IReadOnlyList<int> Reached { get; internal set; } = [];

    /// <summary>A person's resource as an account.</summary>
    internal static Account Of(Resource resource, int index, string typeId, string id)
    {
        var person = new Person(resource);
        return new Account
        {
            Index = index,
            TypeId = typeId,
            Id = id,
            Name = resource.DisplayName,
            Email = person.Email,
            Status = person.Status,
            Connection = person.Profile("connection"),
            LastLogin = person.LastLogin?.ToDateTimeOffset(),
            CreatedAt = person.CreatedAt?.ToDateTimeOffset(),
            IsEmailVerified = person.Flag("email_verified"),
        };
    }
}
