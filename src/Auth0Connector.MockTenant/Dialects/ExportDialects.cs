namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Exports that are well formed and lack people.</summary>
internal static class ExportDialects
{
    private const int Lost = 3;

    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("short-export", "The exported file lacks three people, and three others are deleted while it is made: the counts agree.", DialectPlaces.Only("export"))
        {
            Rewrite = static odd => Shorten(odd),
        },
    ];

    private static void Shorten(OddCall odd)
    {
        if (!odd.IsFile)
        {
            return;
        }

        var model = odd.Tenant.Model;
        var ordinary = Enumerable.Range(model.Users.OddCount, Math.Max(model.Users.Listed - model.Users.OddCount, 0)).ToList();
        var lacking = ordinary.Take(Lost).Select(model.Users.IdOf).ToHashSet(StringComparer.Ordinal);
        var leaving = ordinary.TakeLast(Lost).Where(model.Users.Exists).ToList();
        ExportedLines.Change(
            odd.Call,
            person => person["user_id"] is not { } id || !lacking.Contains(id.GetValue<string>()),
            () =>
            {
                lock (model.Writing)
                {
                    leaving.ForEach(model.DeleteUser);
                }
            });
    }
}
