using System.Text;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;
using Auth0Connector.Tables.Texts;

namespace Auth0Connector.Provisioning.Tests.Sheets;

/// <summary>The same sheet in every form in which spreadsheet programs save it is the same sheet.</summary>
public sealed class SheetFormTests
{
    private static readonly string[][] Rows =
    [
        ["User", "Name", "ROLE", "Organization ", "decision", "comment"],
        ["auth0|1", "Smith, J; \"Jo\"\tof\nKöln", "rol_1", "", " Revoke ", ""],
        ["'-evil|2", "=1+1", "", "org_1", "DENY", "left"],
        ["auth0|3", "", "rol_1", "org_1", "keep", ""],
        ["auth0|4", "", "rol_2", "", "", ""],
    ];

    private static readonly DecisionLine[] Taken = [new(2, "auth0|1", "rol_1", null), new(3, "-evil|2", null, "org_1")];

    public static TheoryData<string, byte[]> Forms
    {
        get
        {
            var forms = new TheoryData<string, byte[]>();
            foreach (var separator in new[] { ",", ";", "\t" })
            {
                foreach (var end in new[] { "\n", "\r\n", "\r" })
                {
                    var text = Text(separator, end);
                    var name = $"{(separator == "\t" ? "tab" : separator)} {Encoding.ASCII.GetBytes(end).Length}{end[0]:x}".Replace("\n", "lf", StringComparison.Ordinal).Replace("\r", "cr", StringComparison.Ordinal);
                    forms.Add(name + " utf-8", Encoding.UTF8.GetBytes(text));
                    forms.Add(name + " utf-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);
                    forms.Add(name + " utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
                    forms.Add(name + " utf-16 big", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]);
                    forms.Add(name + " utf-16 without mark", Encoding.Unicode.GetBytes(text));
                    forms.Add(name + " latin", Encoding.Latin1.GetBytes(text));
                }
            }

            forms.Add("workbook with shared texts", Workbooks.Saved(Rows));
            forms.Add("workbook with runs", Workbooks.Saved(Rows, isShared: false));
            forms.Add("workbook of the strict edition", Workbooks.Saved(Rows, relations: "http://purl.oclc.org/ooxml/officeDocument/relationships"));
            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_says_the_same(string form, byte[] file)
    {
        var sheet = DecisionSheet.Read(file);

        Assert.Equal(Taken.Select(line => line with { Line = 0 }), sheet.Lines.Select(line => line with { Line = 0 }));
        Assert.True((sheet.Kept, sheet.Undecided) == (1, 1), form);
    }

    [Theory]
    [InlineData("sep=;\r\nuser;role\r\nauth0|1;r\r\n", 3)]
    [InlineData("\n\nuser,role\n\n,\nauth0|1,r\n", 6)]
    [InlineData("\"user\" ,\"role\"\n\"auth0|1\",\"r\"", 2)]
    [InlineData("user,role,name\nauth0|1,r,5\" pipe\n", 2)]
    public void Odd_sheets_are_sheets(string text, int line) => Assert.Equal([new DecisionLine(line, "auth0|1", "r", null)], DecisionSheet.Parse(text).Lines);

    [Theory]
    [InlineData("user,role\n\"a,b\n", "line 2 has a quote that does not end")]
    [InlineData("user,role\n\"a\"b,r\n", "line 2: a quote ends before the cell does")]
    [InlineData("user,role\n\"a,r\nb,\"r\"\n", "line 2: a quote ends before the cell does, in line 3")]
    [InlineData("user,role,decision\na,r,perhaps\n", "line 2: the decision 'perhaps' is not known; give revoke or keep, or leave it empty")]
    [InlineData("user,role,decision\na,r,revoke\nb,r,keep\nA,r,keep\n", "line 2 says to revoke what line 4 says to keep")]
    [InlineData("user,role,decision\na,r,keep\na,r,revoke\n", "line 2 says to keep what line 3 says to revoke")]
    [InlineData("user,role,decision\na,r,x,revoke\n", "line 2 has more cells than the heading has columns")]
    [InlineData("user,role,decision\n", "has no line below its heading")]
    [InlineData("", "is empty")]
    [InlineData(" \n,,\n", "is empty")]
    [InlineData("a|1,rol_1,revoke\na|2,rol_1,revoke\n", "must name the columns")]
    [InlineData("user,role,Decisions\na,r,keep\n", "has a column 'decisions'; name it decision")]
    [InlineData("user,role,decison\na,r,keep\n", "has a column 'decison'; name it decision")]
    [InlineData("user,rolle,organization,decision\na,r,o,revoke\n", "has a column 'rolle'; name it role")]
    [InlineData("user,role,decision,decision\na,r,keep,revoke\n", "has two columns decision")]
    [InlineData("person_type,person_id,resource_type,resource_id,entitlement_id\nuser,a,role,r,role:r:assigned\n", "has no column decision")]
    [InlineData("PK\u0003\u0004 no archive", "is a workbook that cannot be read")]
    [InlineData("user,role\na\0b,r\n", "line 2 holds a zero byte")]
    public void What_is_no_sheet_or_not_clear_is_an_error_that_says_where(string text, string message)
    {
        var wrong = Assert.Throws<SheetException>(() => DecisionSheet.Parse(text));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_could_only_be_guessed_name_nobody()
    {
        var sheet = Encoding.Latin1.GetBytes("user,role\njörg,r\n");

        Assert.Contains("line 2 holds letters", Assert.Throws<SheetException>(() => DecisionSheet.Read(sheet)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_end_before_their_decision_are_counted_and_named()
    {
        var sheet = DecisionSheet.Parse("user,role,reviewer,decision\na,r,Grace,revoke\nb,r\n");

        Assert.Equal((1, 1), (sheet.Lines.Count, sheet.Undecided));
        Assert.Equal(["line 3"], sheet.Short);
    }

    [Fact]
    public void A_workbook_without_a_sheet_of_decisions_is_an_error()
    {
        string[][] notes = [["to", "do"], ["milk", ""]];

        Assert.Contains("holds no sheet of decisions", Assert.Throws<SheetException>(() => DecisionSheet.Read(Workbooks.Saved(notes))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<SheetException>(() => DecisionSheet.Read(Workbooks.Zip(("mimetype", "opendocument")))).Message, StringComparison.Ordinal);
        Assert.Contains("old workbook", Assert.Throws<SheetException>(() => DecisionSheet.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("''+x")]
    [InlineData("'plain")]
    [InlineData(" @x")]
    [InlineData("\uFF1Dx")]
    [InlineData("")]
    [InlineData("'")]
    public void What_the_guard_adds_it_removes_and_nothing_else(string text) => Assert.Equal(text, FormulaGuard.Remove(FormulaGuard.Add(text)));

    private static string Text(string separator, string end) => string.Concat(Rows.Select(row => string.Join(
        separator,
        row.Select(cell => cell.AsSpan().IndexOfAny(",;\t\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + end));
}
