using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Auth0Connector.MockTenant.Tests.Dialects;

/// <summary>The same tenant twice, once without the dialect.</summary>
internal sealed record OddTenant(TenantClient Plain, TenantClient Odd)
{
    /// <summary>The role with many members.</summary>
    public string LargeRole => Plain.Truth.RoleAssignments.GroupBy(x => x.RoleId).MaxBy(x => x.Count())!.Key;

    /// <summary>The organization with many members.</summary>
    public string LargeOrganization => Plain.Truth.Memberships.GroupBy(x => x.OrganizationId).MaxBy(x => x.Count())!.Key;

    /// <summary>The listing that most dialects are looked at with: several pages of members.</summary>
    public string Members => $"roles/{LargeRole}/users";

    public static IEnumerable<string> Ids(JsonElement rows, string name = "id") => rows.EnumerateArray().Select(x => x.GetProperty(name).GetString()!);

    /// <summary>The odd answer, whatever its status.</summary>
    public async Task<(HttpStatusCode Status, string? Type, string Body)> AskAsync(string path)
    {
        using var answer = await Odd.SendAsync(path);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Pages by cursor until one names no next, or so many are read.</summary>
    public async Task<List<(int Rows, string? Next)>> WalkAsync(string path, string key, int most, int take = 100)
    {
        var pages = new List<(int, string?)>();
        string? from = null;
        while (pages.Count < most)
        {
            var page = await Odd.GetAsync($"{path}?take={take}" + (from is null ? "" : "&from=" + Uri.EscapeDataString(from)));
            from = page.TryGetProperty("next", out var next) ? next.GetString() : null;
            pages.Add((page.GetProperty(key).GetArrayLength(), from));
            if (from is null)
            {
                break;
            }
        }

        return pages;
    }

    /// <summary>The lines of the exported file.</summary>
    public static async Task<List<JsonElement>> ExportAsync(TenantClient tenant)
    {
        using var body = new StringContent("""{"format":"json","fields":[{"name":"user_id"},{"name":"email"},{"name":"identities"}]}""", Encoding.UTF8, "application/json");
        using var created = await tenant.Http.PostAsync(new Uri(tenant.Server.BaseUrl, "api/v2/jobs/users-exports"), body);
        var job = (await TenantClient.ReadAsync(created)).GetProperty("id").GetString();
        var location = (await tenant.GetAsync($"jobs/{job}")).GetProperty("location").GetString()!;
        using var http = new HttpClient();
        await using var packed = await http.GetStreamAsync(new Uri(location));
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var text = await reader.ReadToEndAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];
    }
}
