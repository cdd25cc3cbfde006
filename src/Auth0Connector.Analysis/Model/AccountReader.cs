using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Analysis.Listing;

namespace Auth0Connector.Analysis.Model;

/// <summary>A person's resource as an account.</summary>
internal static class AccountReader
{
    public static Account Read(Resource resource, int index, string typeId, string id)
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
