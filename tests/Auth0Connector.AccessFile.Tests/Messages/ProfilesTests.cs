using Auth0Connector.AccessFile.Failures;
using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Tests.Messages;

/// <summary>A profile that stays bytes says what the decoded one says, and is refused where that one is.</summary>
public sealed class ProfilesTests
{
    private static readonly string[] Keys = ["email", "name", "", "日本", "first_name", "x"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_value_is_found_as_the_decoder_finds_it(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            Same(Any(random, depth: 3).ToByteArray());
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Damaged_bytes_are_refused_exactly_where_the_decoder_refuses(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 6000; i++)
        {
            var bytes = Any(random, depth: 2).ToByteArray();
            for (var change = random.Next(1, 4); change > 0 && bytes.Length > 0; change--)
            {
                bytes = random.Next(3) switch
                {
                    0 => bytes[..random.Next(bytes.Length)],
                    1 => [.. bytes, .. bytes.AsSpan(0, random.Next(bytes.Length))],
                    _ => Changed(bytes, random),
                };
            }

            Same(bytes);
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(300)]
    public void A_profile_that_nests_deep_is_read_as_far_as_the_decoder_goes(int depth)
    {
        var value = Value.ForString("bottom");
        for (var i = 0; i < depth; i++)
        {
            value = i % 2 == 0 ? Value.ForList(value) : Value.ForStruct(new Struct { Fields = { ["deeper"] = value } });
        }

        Same(new Struct { Fields = { ["email"] = value } }.ToByteArray());
    }

    [Fact]
    public void The_bytes_on_the_wire_are_those_of_a_nested_message()
    {
        var profile = Any(new Random(7), depth: 2);
        var resource = new Resource { Id = new ResourceId { ResourceType = "user", Resource = "a" }, Profile = profile, Description = "d" };

        Assert.Equal(profile, Resource.Parser.ParseFrom(resource.ToByteArray()).Profile);
        Assert.Null(new Resource().Profile);
        Assert.Equal(new Struct(), Resource.Parser.ParseFrom(new Resource { Profile = new Struct() }.ToByteArray()).Profile);
        resource.Profile = null;
        Assert.Null(Resource.Parser.ParseFrom(resource.ToByteArray()).Profile);
    }

    private static void Same(byte[] bytes)
    {
        var message = new UserTrait { ProfileBytes = ByteString.CopyFrom(bytes) };
        Struct expected;
        try
        {
            expected = Struct.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            Assert.Throws<InvalidProtocolBufferException>(() => Profiles.Checked(message));
            Assert.Throws<AccessFileException>(() => message.Profile);
            return;
        }

        Assert.Same(message, Profiles.Checked(message));
        Assert.All(Keys, key => Assert.Equal(expected.Fields.TryGetValue(key, out var value) ? value : null, Profiles.Find(message, key)));
    }

    private static byte[] Changed(byte[] bytes, Random random)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static Struct Any(Random random, int depth)
    {
        var fields = new Struct();
        for (var i = random.Next(5); i > 0; i--)
        {
            fields.Fields[Keys[random.Next(Keys.Length)]] = AnyValue(random, depth);
        }

        return fields;
    }

    private static Value AnyValue(Random random, int depth) => random.Next(depth == 0 ? 5 : 7) switch
    {
        0 => Value.ForString(new string('é', random.Next(200))),
        1 => Value.ForBool(random.Next(2) == 0),
        2 => Value.ForNumber(random.NextDouble()),
        3 => Value.ForNull(),
        4 => new Value(),
        5 => Value.ForStruct(Any(random, depth - 1)),
        _ => Value.ForList([.. Enumerable.Range(0, random.Next(3)).Select(_ => AnyValue(random, depth - 1))]),
    };
}
