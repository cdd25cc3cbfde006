using System.Text;
using Auth0Connector.Provisioning.Ledger;

namespace Auth0Connector.Provisioning.Tests.Records;

/// <summary>A line that cannot be read is named, and the others are gone on with.</summary>
public sealed class DamagedLedgerTests : IDisposable
{
    private readonly LedgerBench _bench = new();

    public static TheoryData<string> Damages =>
    [
        "noise", "NULs", "garbage", "half a line", "glued", "no UTF-8", "unknown step", "unknown field", "field twice", "date out of range", "no date", "other id",
        "other role", "role left out", "array", "number", "a very long line", "null", "another version",
    ];

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_line_is_named_with_its_number_and_costs_no_other(string damage)
    {
        // Both lines of the second grant: lines 3 and 4.
        var lines = _bench.Lines.Select(Encoding.UTF8.GetBytes).ToList();
        foreach (var at in new[] { 2, 3 })
        {
            lines[at] = Damaged(damage, _bench.Lines[at]);
        }

        File.WriteAllBytes(_bench.File, [.. lines.SelectMany(line => line.Append((byte)'\n'))]);
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Equal([3, 4], ledger.Damage.Select(x => x.Number));
        Assert.All(ledger.Damage, x => Assert.StartsWith($"ledger.jsonl: line {x.Number} cannot be read (", x.Describe(), StringComparison.Ordinal));
        Assert.Equal(_bench.Lent.Where(x => x.Grant.PrincipalId != "auth0|2").Select(x => x.Grant), ledger.Entries.Select(x => x.Grant));
    }

    [Fact]
    public void Two_lines_in_one_are_no_line()
    {
        File.WriteAllText(_bench.File, _bench.Lines[0] + "\n" + _bench.Lines[1] + _bench.Lines[2] + "\n" + string.Join('\n', _bench.Lines.Skip(3)) + "\n");
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Equal(2, Assert.Single(ledger.Damage).Number);
        Assert.Equal(_bench.Lent.Select(x => x.Grant), ledger.Entries.Select(x => x.Grant));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\n \t\n", "\n\n")]
    public void What_an_editor_adds_says_nothing(string begin, string end)
    {
        File.WriteAllText(_bench.File, begin + string.Concat(_bench.Lines.Select(line => line + end)));
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Empty(ledger.Damage);
        Assert.Equal(_bench.Lent.Select(x => x.Grant), ledger.Entries.Select(x => x.Grant));
    }

    [Fact]
    public void What_is_taken_back_is_not_opened_again_by_a_line_that_stands_there_twice()
    {
        File.AppendAllLines(_bench.File, [_bench.Lines[8], _bench.Lines[9]]);
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Empty(ledger.Damage);
        Assert.Equal(_bench.Lent.Select(x => x.Id), ledger.Entries.Select(x => x.Id));
    }

    [Fact]
    public void An_end_that_one_of_two_lines_moves_is_named_and_the_earlier_counts()
    {
        var until = _bench.Lent[0].Until;
        var text = until.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(text, _bench.Lines[1], StringComparison.Ordinal);
        File.WriteAllLines(_bench.File, _bench.Lines.Select((line, at) => at == 1 ? line.Replace(text, "2029" + text[4..], StringComparison.Ordinal) : line));
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Equal(2, Assert.Single(ledger.Damage).Number);
        Assert.Equal(until, ledger.Entries[0].Until);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("{\"id\":\"x\",\"at\":\"2026-")]
    public void Nothing_and_a_beginning_that_a_crash_cut_off_are_no_damage(string text)
    {
        File.WriteAllText(_bench.File, text);
        using var ledger = AccessLedger.Open(_bench.File, _bench.Clock);

        Assert.Empty(ledger.Damage);
        Assert.Empty(ledger.Entries);
    }

    [Theory]
    [InlineData("SQLite format 3\0\u0001\u0002")]
    [InlineData("to do:\n- milk\n")]
    [InlineData("{\"name\":\"a foreign file\"}\n")]
    public void A_file_in_which_nothing_is_ours_is_refused_and_left_as_it_is(string text)
    {
        File.WriteAllText(_bench.File, text);

        Assert.Equal(ProvisioningErrorKind.File, Assert.Throws<ProvisioningException>(() => AccessLedger.Open(_bench.File, _bench.Clock)).Kind);
        Assert.Equal(text, File.ReadAllText(_bench.File));
    }

    [Fact]
    public void What_another_tenant_lends_is_not_taken_back_in_this_one()
    {
        File.Delete(_bench.File);
        using (var there = AccessLedger.Open(_bench.File, _bench.Clock, "there.example"))
        {
            there.Granted(there.Granting(_bench.Lent[0].Grant, _bench.Clock.GetUtcNow(), Provisioning.Journal.ChangeNote.None));
        }

        using var here = AccessLedger.Open(_bench.File, _bench.Clock, "here.example");

        Assert.Empty(here.Entries);
        Assert.Null(here.Find(_bench.Lent[0].Grant));
        Assert.Equal("there.example", Assert.Single(here.Elsewhere).Tenant);
    }

    private static byte[] Damaged(string damage, string line) => damage switch
    {
        "noise" => [0x8F, 0x02, 0xFF, 0x7B, 0x00, 0x1B],
        "NULs" => new byte[200],
        "half a line" => Encoding.UTF8.GetBytes(line[..(line.Length / 2)]),
        "glued" => Encoding.UTF8.GetBytes(line + line),
        "no UTF-8" => [.. Encoding.UTF8.GetBytes(line[..^20]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(line[^20..])],
        _ => Encoding.UTF8.GetBytes(damage switch
        {
            "unknown step" => line.Replace("\"step\":\"grant", "\"step\":\"grent", StringComparison.Ordinal),
            "unknown field" => line.Replace("\"role\":", "\"rolf\":", StringComparison.Ordinal),
            "field twice" => line.Replace("\"step\":", "\"step\":\"revoked\",\"step\":", StringComparison.Ordinal),
            "date out of range" => line.Replace("\"until\":\"2026-01", "\"until\":\"2026-77", StringComparison.Ordinal),
            "no date" => line.Replace("\"until\":", "\"why\":", StringComparison.Ordinal),
            "other id" => line.Replace("auth0|2", "auth0|3", StringComparison.Ordinal),
            "other role" => line.Replace("rol_2", "rol_3", StringComparison.Ordinal),
            "role left out" => line.Replace(",\"role\":\"rol_2\"", "", StringComparison.Ordinal),
            "array" => "[" + line + "]",
            "number" => "17",
            "null" => "null",
            "a very long line" => new string('x', 3 << 20),
            "another version" => line.Replace("{\"id\"", "{\"version\":9,\"id\"", StringComparison.Ordinal),
            _ => "garbage",
        }),
    };
}
