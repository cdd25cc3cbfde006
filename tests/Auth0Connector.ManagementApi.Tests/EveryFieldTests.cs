using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Auth0Connector.ManagementApi.Export;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;
using Auth0Connector.ManagementApi.Records;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>Every field of every record that an answer is read into, taken from the metadata: a new field is covered by itself.</summary>
public sealed class EveryFieldTests
{
    /// <summary>A value of a wrong type here must fail the page: passing it over would lose access silently.</summary>
    private static readonly string[] CarryAccess =
        ["MemberRecord.roles", "PermissionRecord.sources", "ResourceServerRecord.scopes", "ClientGrantRecord.scope"];

    private static readonly string?[] OddValues =
        [null, "null", "7", "-1.5e300", "\"odd\"", "\"\"", "\"\\ud800\"", "true", "false", "{}", """{"a":{"b":[1,"x",null]}}""", "[]", "[null]", "[7,\"x\"]", "[[[{}]]]", """[{"a":[]}]"""];

    private static readonly string[] AccessStillReadable = ["null", "[]"];

    public static TheoryData<string, string> Fields()
    {
        var fields = new TheoryData<string, string>();
        foreach (var record in Records())
        {
            foreach (var field in FieldsOf(record))
            {
                fields.Add(record.Type.Name, field.Name);
            }
        }

        return fields;
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_odd_value_costs_its_own_field_only(string record, string field)
    {
        var type = Records().Single(one => one.Type.Name == record);
        var whole = Read(type, Json(type, field: null, value: null));
        foreach (var odd in OddValues)
        {
            var json = Json(type, field, odd);
            object read;
            try
            {
                read = Read(type, json);
            }
            catch (AnswerShapeException) when (CarryAccess.Contains($"{record}.{field}") && odd is not null && !AccessStillReadable.Contains(odd))
            {
                continue;
            }
            catch (JsonException) when (CarryAccess.Contains($"{record}.{field}") && odd is not null && odd.StartsWith('[') && !AccessStillReadable.Contains(odd))
            {
                continue;
            }

            foreach (var property in FieldsOf(type))
            {
                if (property.Name != field)
                {
                    Assert.True(Same(property.Get!(whole), property.Get!(read)), $"{record}: {property.Name} was lost to {json}");
                }
                else if (property is { IsGetNullable: false, PropertyType.IsValueType: false })
                {
                    Assert.True(property.Get!(read) is not null, $"{record}.{field} is null by {json}");
                }
            }
        }
    }

    [Fact]
    public void A_wrong_type_where_access_stands_fails_the_record()
    {
        foreach (var name in CarryAccess)
        {
            var type = Records().Single(one => one.Type.Name == name.Split('.')[0]);
            foreach (var odd in (string[])["7", "true", "{}", "[null]", "[[]]"])
            {
                Assert.ThrowsAny<JsonException>(() => Read(type, Json(type, name.Split('.')[1], odd)));
            }
        }
    }

    [Fact]
    public void A_record_without_any_field_is_read()
    {
        Assert.All(Records(), type => Assert.NotNull(Read(type, "{}")));
    }

    [Fact]
    public async Task A_line_of_an_export_loses_no_person_to_a_field()
    {
        var type = ManagementApiJson.Default.UserRecord;
        var lines = FieldsOf(type).Where(field => field.Name != "user_id")
            .SelectMany(field => OddValues.Select(odd => Json(type, field.Name, odd)))
            .ToList();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        var chunks = await ExportLines.ReadAsync(stream, 0, CancellationToken.None).ToListAsync();

        Assert.Equal(0, chunks.Sum(chunk => chunk.Unreadable));
        Assert.Equal(lines.Count, chunks.Sum(chunk => chunk.Users.Count(user => user is { UserId: "user_id-1", Identities: not null })));
    }

    private static IEnumerable<JsonTypeInfo> Records() =>
        typeof(ManagementApiJson).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>))
            .Select(property => (JsonTypeInfo)property.GetValue(ManagementApiJson.Default)!)
            .Where(type => type.Kind == JsonTypeInfoKind.Object && type.Type.Namespace!.StartsWith("Auth0Connector", StringComparison.Ordinal));

    // What is worked out from other fields is none of the answer's.
    private static IEnumerable<JsonPropertyInfo> FieldsOf(JsonTypeInfo type) => type.Properties.Where(property => property.Get is not null);

    private static object Read(JsonTypeInfo type, string json) =>
        type is JsonTypeInfo<UserRecord> user
            ? PageReader.Read(Encoding.UTF8.GetBytes($"[{json}]"), "users", user).Items.Single()
            : JsonSerializer.Deserialize(json, type)!;

    /// <summary>The record with a good value in every field, except the one that is replaced (or left out).</summary>
    private static string Json(JsonTypeInfo type, string? field, string? value) =>
        "{" + string.Join(',', FieldsOf(type)
            .Where(property => property.Name != field || value is not null)
            .Select(property => $"\"{property.Name}\":{(property.Name == field ? value : Good(property))}")) + "}";

    private static string Good(JsonPropertyInfo property) => property.PropertyType switch
    {
        var text when text == typeof(string) => $"\"{property.Name}-1\"",
        var truth when truth == typeof(bool?) => "true",
        var number when number == typeof(long?) => "42",
        var instant when instant == typeof(DateTimeOffset?) => "\"2024-03-04T05:06:07.123Z\"",
        var list when list == typeof(IReadOnlyList<string>) => "[\"a:b\"]",
        var list when list.IsGenericType && list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => "[{}]",
        _ => "{\"name\":\"x\"}",
    };

    private static bool Same(object? one, object? other) =>
        one is System.Collections.IEnumerable and not string
            ? other is System.Collections.IEnumerable list && ((System.Collections.IEnumerable)one).Cast<object>().SequenceEqual(list.Cast<object>())
            : Equals(one, other);
}
