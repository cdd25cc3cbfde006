using Auth0Connector.AccessFile.Container;

namespace Auth0Connector.AccessFile.Tests.Fixtures;

/// <summary>Files that tests share: a sync with two users, a role and what they hold.</summary>
internal static class SampleFiles
{
    public static string WriteDatabase(TempFolder folder, string name = "sample.db")
    {
        using var database = new SampleDatabase(folder.File(name));
        database.AddSync();
        database.AddType("user");
        database.AddType("role");
        database.AddType("empty");
        database.AddResource("user", "auth0|abc:def");
        database.AddResource("user", "auth0|bob", "organization", "org_1");
        database.AddResource("role", "rol_admin");
        database.AddEntitlement("role", "rol_admin", "assigned");
        database.AddGrant(("role", "rol_admin", "assigned"), ("user", "auth0|abc:def"));
        database.AddGrant(("role", "rol_admin", "assigned"), ("user", "auth0|bob"));
        database.AddAsset("proof.json", "application/json", "{}"u8.ToArray());
        return database.Path;
    }

    public static byte[] Encode(string databasePath)
    {
        using var target = new MemoryStream();
        AccessFileEncoder.Encode(databasePath, target, CancellationToken.None);
        return target.ToArray();
    }

    public static byte[] Sample()
    {
        using var folder = new TempFolder();
        return Encode(WriteDatabase(folder));
    }
}
