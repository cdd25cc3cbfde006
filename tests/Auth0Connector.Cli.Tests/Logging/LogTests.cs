using System.Text.Json;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Auth0Connector.Cli.Tests.Logging;

public sealed class LogTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_json_line_has_the_shape_of_the_ecosystem()
    {
        var line = Log("info", LogFormat.Json, log => log.LogInformation("read {Count} of {ResourceType}", 12, "user"));

        using var json = JsonDocument.Parse(line);
        var names = json.RootElement.EnumerateObject().Select(property => property.Name);
        Assert.Equal(["level", "ts", "msg", "count", "resource_type"], names);
        Assert.Equal("info", json.RootElement.GetProperty("level").GetString());
        Assert.Equal("read 12 of user", json.RootElement.GetProperty("msg").GetString());
        Assert.Equal(12, json.RootElement.GetProperty("count").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("ts").GetDouble(), 1.7e9, 4e9);
    }

    [Fact]
    public void An_exception_is_an_error_with_its_trace()
    {
        var line = Log("info", LogFormat.Json, log => log.LogError(new InvalidOperationException("broken"), "it failed"));

        using var json = JsonDocument.Parse(line);
        Assert.Equal("error", json.RootElement.GetProperty("level").GetString());
        Assert.Equal("broken", json.RootElement.GetProperty("error").GetString());
        Assert.Contains("InvalidOperationException", json.RootElement.GetProperty("stacktrace").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_line_is_one_line_whatever_a_name_holds()
    {
        var line = Log("info", LogFormat.Console, log => log.LogWarning("user {Name}", "a\u001b[31m\nb"));

        Assert.Matches(@"^\d\d:\d\d:\d\d warn  user a\\u001b\[31m\\u000ab\n$", line);
    }

    [Theory]
    [InlineData("debug", 4)]
    [InlineData("info", 3)]
    [InlineData("warn", 2)]
    [InlineData("error", 1)]
    public void The_level_decides_what_is_logged(string level, int lines)
    {
        var text = Log(level, LogFormat.Json, log =>
        {
            log.LogDebug("d");
            log.LogInformation("i");
            log.LogWarning("w");
            log.LogError("e");
        });

        Assert.Equal(lines, text.Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_secret_is_masked_in_every_form_that_it_takes(bool json)
    {
        var line = Log("info", json ? LogFormat.Json : LogFormat.Console, log =>
        {
            log.LogInformation("plain {Value}", Workspace.Canary);
            log.LogInformation("form {Value}", "client_secret=" + Uri.EscapeDataString(Workspace.Canary));
            log.LogInformation("json {Value}", JsonEncodedText.Encode(Workspace.Canary).ToString());
            log.LogError(new InvalidOperationException(Workspace.Canary), "failed");
        });

        Assert.DoesNotContain("5ecre7", line, StringComparison.Ordinal);
        Assert.Contains("***", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_of_a_key_is_masked()
    {
        var mask = new SecretMask();
        mask.Add("-----BEGIN PRIVATE KEY-----\nMIIEabcdef\nZZ99xyz\n-----END PRIVATE KEY-----\n");

        Assert.Equal("a *** b *** c", mask.Apply("a MIIEabcdef b ZZ99xyz c"));
    }

    [Fact]
    public void A_log_file_gets_the_same_lines_and_is_appended_to()
    {
        var path = _workspace.PathOf("sync.log");
        Log("info", LogFormat.Console, log => log.LogInformation("first"), path);
        Log("info", LogFormat.Console, log => log.LogInformation("second {Value}", Workspace.Canary), path);

        var lines = File.ReadAllLines(path);

        Assert.Equal(["first", "second ***"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("msg").GetString()!));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private string Log(string level, LogFormat format, Action<ILogger> write, string? path = null)
    {
        using var error = new StringWriter();
        var mask = new SecretMask();
        mask.Add(Workspace.Canary);
        using (var logs = RunLog.Open(new LogSettings(level, format, path), new Consoles(_workspace.Host(TextWriter.Null, error)), mask))
        {
            write(logs.Factory.CreateLogger("test"));
        }

        return error.ToString().ReplaceLineEndings("\n");
    }
}
