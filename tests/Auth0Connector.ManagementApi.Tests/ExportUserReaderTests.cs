using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>The reader that is made for exports gives what the generated one gives, whatever comes.</summary>
public sealed class ExportUserReaderTests
{
    private static readonly string[] Values =
    [
        "null", "7", "-0", "1e3", "7.0", "9223372036854775807", "99999999999999999999", "true", "false", "\"\"", "\"text\"", "\" True \"", "\"1\"", "\"7\"",
        "\"2026-01-02T03:04:05Z\"", "\"2026-01-02T03:04:05.678Z\"", "\"2026-01-02T03:04:05.6789012Z\"", "\"2026-01-02T03:04:05.67890123456Z\"",
        "\"2026-01-02T03:04:05\"", "\"2026-01-02T03:04:05+02:00\"", "\"2026-01-02 03:04:05Z\"", "\"2026-01-02T24:00:00Z\"", "\"2026-02-30T00:00:00Z\"", "\"2026-01-02T03:04:60.0Z\"",
        "\"0000-00-00T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"2026-01-02T03:04:05.\\u0036Z\"", "\"Thu, 26 Nov 2026 14Z\"",
        "\"\\u65e5\\u672c|a/b%\"", "\"日本語\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"a\\nb\\\"\"", "{}", "{\"$date\":\"2026-01-02T03:04:05Z\"}", "[]", "[null]", "[\"x\"]", "[[[{}]]]",
        "[{\"connection\":\"db\",\"provider\":\"auth0\",\"user_id\":7,\"isSocial\":false}]", "[{\"user_id\":\"a\"},7,{\"user_id\":\"b\",\"profileData\":{\"a\":[{}]}}]",
        "[{\"c\\u006fnnection\":\"escaped\"},{\"connection\":null,\"connection\":\"twice\"}]",
    ];

    private static readonly string[] Names = [.. UserRecord.Fields.Split(','), "User_id", "user_id ", "app_metadata", "", "日本", "emai\\u006c"];

    [Fact]
    public void Every_field_takes_every_value_as_the_generated_reader_does() =>
        Assert.All(Names.SelectMany(static name => Values, static (name, value) => $$"""{"user_id":"auth0|1","{{name}}":{{value}},"nickname":"after"}"""), Equal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whole_users_are_read_alike(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var fields = Enumerable.Range(0, random.Next(20)).Select(_ => $"\"{Names[random.Next(Names.Length)]}\" : {Values[random.Next(Values.Length)]}");
            Equal($"{{{string.Join(" , ", fields)}}}");
        }
    }

    [Fact]
    public void A_line_that_is_cut_or_damaged_is_refused_by_both()
    {
        var whole = Encoding.UTF8.GetBytes("""{"user_id":"auth0|日本","created_at":"2026-01-02T03:04:05.678Z","identities":[{"user_id":7},{}],"blocked":true}""");
        for (var at = 0; at < whole.Length; at++)
        {
            Equal(whole[..at]);
            foreach (var odd in "\"{}[],:\\\0\xff"u8)
            {
                byte[] damaged = [.. whole];
                damaged[at] = odd;
                Equal(damaged);
            }
        }
    }

    [Fact]
    public void A_name_that_is_no_text_costs_nothing_else()
    {
        Assert.Equal("auth0|1", Read(Encoding.UTF8.GetBytes("""{"\ud800":1,"user_id":"auth0|1"}"""), ExportUserReader.Read)?.UserId);
    }

    private static void Equal(string json) => Equal(Encoding.UTF8.GetBytes(json));

    private static void Equal(byte[] json)
    {
        var expected = Told(Read(json, static (ref reader) => JsonSerializer.Deserialize(ref reader, ManagementApiJson.Default.UserRecord)!));
        Assert.Equal((Encoding.UTF8.GetString(json), expected), (Encoding.UTF8.GetString(json), Told(Read(json, ExportUserReader.Read))));
        Assert.Equal(expected, Told(Read(Split(json), ExportUserReader.Read)));
    }

    private delegate UserRecord Reading(ref Utf8JsonReader reader);

    private static UserRecord? Read(byte[] json, Reading reading) => Read(new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1024 }), reading);

    private static UserRecord? Read(ReadOnlySequence<byte> json, Reading reading) => Read(new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1024 }), reading);

    private static UserRecord? Read(Utf8JsonReader reader, Reading reading)
    {
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? reading(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Told(UserRecord? user) => user is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{user with { Identities = [] }} {user.CreatedAt:O} {user.UpdatedAt:O} {user.LastLogin:O} {string.Join(',', user.Identities)}");

    private static ReadOnlySequence<byte> Split(byte[] json)
    {
        var first = new Segment(json.AsMemory(0, json.Length / 2), 0);
        var last = first.Append(json.AsMemory(json.Length / 2));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
