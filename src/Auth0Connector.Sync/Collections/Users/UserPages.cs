using Auth0Connector.AccessFile.Staging;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Sync.Collections.Users;

/// <summary>What a page of users means, whichever way it was read.</summary>
internal static class UserPages
{
    public static CollectionPage Of(ApiPage<UserRecord> page)
    {
        var rows = Rows(page.Items);
        return CollectionPage.Of(page, page.Items.Count - rows.Count, new StagedBatch { Resources = rows });
    }

    /// <summary>A page of a window that is read by number.</summary>
    public static CollectionPage ByNumber(ApiPage<UserRecord> page) => Of(page with
    {
        NextCursor = page.NextCursor is { } next ? UserWindowPlace.ByNumber(next).ToCursor() : null,
    });

    /// <summary>The row of one user.</summary>
    public static StagedResource Row(UserRecord user, string id) => Row(id, UserMapper.Of(user, id));

    public static IReadOnlyList<StagedResource> Rows(IReadOnlyList<UserRecord> users)
    {
        using var mapper = new UserMapper();
        var rows = new List<StagedResource>(users.Count);
        foreach (var user in users)
        {
            if (user.UserId is { Length: > 0 } id)
            {
                rows.Add(Row(id, mapper.Map(user, id)));
            }
        }

        return rows;
    }

    private static StagedResource Row(string id, byte[] resource) => new(ResourceTypeIds.User, id, null, null, resource);
}
