using System.Text;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Provisioning.Tests.Sheets;

/// <summary>Whatever becomes of a sheet's bytes: it is refused, or every line that is still whole counts as it did.</summary>
public sealed class SheetMutationTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        "user,name,role,organization,decision\n"
        + string.Concat(Enumerable.Range(2, 19).Select(line => line % 3 == 0
            ? $"auth0|{line},\"Smith, {line}\",rol_{line},org_{line},revoke\n"
            : $"auth0|{line},Ada {line},rol_{line},,{(line % 4 == 0 ? "keep" : "revoke")}\n")));

    private static readonly byte[] Xlsx = Workbooks.Saved(
    [
        ["user", "role", "decision"],
        .. Enumerable.Range(2, 12).Select(line => new[] { $"auth0|{line}", $"rol_{line}", "revoke" }),
    ]);

    [Fact]
    public void Of_five_thousand_damaged_sheets_none_loses_a_whole_line_in_silence()
    {
        var original = DecisionSheet.Read(Csv);
        var lines = Encoding.UTF8.GetString(Csv).Split('\n');
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 5000; seed++)
        {
            var bytes = FileMutation.Of(Csv, new Random(seed));
            try
            {
                var sheet = DecisionSheet.Read(bytes);
                var taken = sheet.Lines.Select(line => line with { Line = 0 }).ToHashSet();
                var whole = Encoding.UTF8.GetString(bytes).Split('\n').ToHashSet(StringComparer.Ordinal);
                var lost = original.Lines.Where(line => whole.Contains(lines[line.Line - 1]) && !taken.Contains(line with { Line = 0 })).ToList();
                Assert.True(lost.Count <= sheet.Short.Count, $"seed {seed}: line {lost.FirstOrDefault()?.Line} is lost in silence");
                Assert.True(lines.Count(line => line.EndsWith(",keep", StringComparison.Ordinal) && whole.Contains(line)) <= sheet.Kept, $"seed {seed}: what is to be kept is taken");
                read++;
            }
            catch (SheetException)
            {
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 1000, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Of_five_thousand_damaged_workbooks_each_is_read_or_refused()
    {
        var original = DecisionSheet.Read(Xlsx).Lines.ToHashSet();
        var refused = 0;
        for (var seed = 0; seed < 5000; seed++)
        {
            try
            {
                // The archive has sums of its own: what still opens says what it said, but for what names the parts.
                var sheet = DecisionSheet.Read(FileMutation.Of(Xlsx, new Random(seed)));
                Assert.True(original.SetEquals(sheet.Lines), $"seed {seed}");
            }
            catch (SheetException)
            {
                refused++;
            }
        }

        Assert.True(refused > 1000, $"{refused} refused");
    }
}
