using Auth0Connector.AccessFile.Reading;

namespace Auth0Connector.Benchmarks.Cases;

/// <summary>150,000 users by search windows and by export, compared with the truth to the last id.</summary>
internal static class ManyUsersCase
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(NativeProgram program)
    {
        await using var bench = await Bench.StartAsync(program, "--users", "150000", "--bulk-import", "3000");
        var truth = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var user in bench.Mock.TruthAsync("users"))
        {
            truth.Add(user.GetProperty("id").GetString()!);
        }

        var figures = new List<Figure>();
        foreach (var way in (string[])["search", "export"])
        {
            var run = await bench.SyncAsync("--users-via", way);
            var (missing, invented) = Compare(truth, bench.File);
            figures.Add(new Figure($"150,000 users by {way}: wall", run.Seconds, "s"));
            figures.Add(new Figure($"150,000 users by {way}: requests", run.Requests.ByEndpoint.Values.Sum(), ""));
            figures.Add(new Figure($"150,000 users by {way}: missing", missing, "") { AtMost = 0 });
            figures.Add(new Figure($"150,000 users by {way}: invented or twice", invented, "") { AtMost = 0 });
        }

        return figures;
    }

    private static (int Missing, int Invented) Compare(HashSet<string> truth, string path)
    {
        using var reader = AccessFileReader.Open(path, new AccessFileReaderOptions(), CancellationToken.None);
        var left = new HashSet<string>(truth, StringComparer.Ordinal);
        var invented = 0;
        foreach (var row in reader.ReadResources(reader.CurrentSync!, ResourceFilter.All, CancellationToken.None))
        {
            if (row.Message.Id.ResourceType == "user" && !left.Remove(row.Message.Id.Resource))
            {
                invented++;
            }
        }

        return (left.Count, invented);
    }
}
