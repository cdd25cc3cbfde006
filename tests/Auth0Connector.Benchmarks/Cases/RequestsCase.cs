namespace Auth0Connector.Benchmarks.Cases;

/// <summary>
/// How often each endpoint is asked, beside the least that can carry what the tenant's truth holds: pages of 100, an export where it spares
/// pages, one look at what may be absent.
/// </summary>
internal static class RequestsCase
{
    private const double PageSize = 100;

    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, PacingCase.OneBucket);
        var run = await bench.SyncAsync("--rate-share", "1");
        var least = await LeastAsync(bench.Mock);
        var asked = run.Requests.ByEndpoint;
        return
        [
            new Figure("60 roles x 250, 80 organizations x 90: requests", asked.Values.Sum(), "") { AtMost = 285, Floor = least.Values.Sum() },
            .. asked.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(pair => new Figure(pair.Key, pair.Value, "") { Floor = least.GetValueOrDefault(pair.Key) is > 0 and var floor ? floor : null }),
        ];
    }

    private static async Task<Dictionary<string, double>> LeastAsync(MockProcess mock) => new(StringComparer.Ordinal)
    {
        ["POST /oauth/token"] = 1,
        ["POST /jobs/users-exports"] = 1,
        ["GET /jobs/{id}"] = 1,
        ["GET /export-files/{job}/{signature}"] = 1,
        // How many people there are, which no export says.
        ["GET /users"] = 1,
        ["GET /roles"] = await ListAsync(mock, "roles"),
        ["GET /organizations"] = await ListAsync(mock, "organizations"),
        ["GET /groups"] = await ListAsync(mock, "groups"),
        ["GET /roles/{id}/users"] = await PagesAsync(mock, "roles", "role-assignments", "role_id"),
        ["GET /organizations/{id}/members"] = await PagesAsync(mock, "organizations", "memberships", "organization_id"),
    };

    private static async Task<double> ListAsync(MockProcess mock, string kind)
    {
        var rows = 0;
        await foreach (var row in mock.TruthAsync(kind))
        {
            rows++;
        }

        return Pages(rows);
    }

    // An empty list takes a request as well: nobody knows before.
    private static async Task<double> PagesAsync(MockProcess mock, string subjects, string rows, string subject)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in mock.TruthAsync(subjects))
        {
            counts[row.GetProperty("id").GetString()!] = 0;
        }

        await foreach (var row in mock.TruthAsync(rows))
        {
            counts[row.GetProperty(subject).GetString()!]++;
        }

        return counts.Values.Sum(static count => Pages(count));
    }

    private static double Pages(int rows) => Math.Max(1, Math.Ceiling(rows / PageSize));
}
