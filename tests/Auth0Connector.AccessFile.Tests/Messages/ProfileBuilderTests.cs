using System.Text;
using Auth0Connector.AccessFile.Messages;
using CsCheck;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Tests.Messages;

public sealed class ProfileBuilderTests
{
    [Fact]
    public void Equal_profiles_are_equal_bytes_whatever_the_order_of_adding()
    {
        Gen.String[Gen.Char["ab\ue000\ud83d\ude00"], 1, 4].Array[0, 8].Sample(keys =>
        {
            var forth = Build(keys);
            var back = Build(keys.Reverse());

            Assert.Equal(forth.ToByteArray(), back.ToByteArray());
            var written = forth.Fields.Keys.Select(Encoding.UTF8.GetBytes).ToList();
            Assert.All(written.Zip(written.Skip(1)), pair => Assert.True(pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0));
        });
    }

    [Fact]
    public void Every_kind_of_value_is_kept()
    {
        var profile = new ProfileBuilder()
            .Add("text", "a")
            .Add("number", 1.5)
            .Add("flag", false)
            .Add("list", ["x", "y"])
            .Add("object", new ProfileBuilder().Add("k", "v"))
            .Add("objects", [new ProfileBuilder().Add("k", 1)])
            .Build();

        Assert.Equal(["flag", "list", "number", "object", "objects", "text"], profile.Fields.Keys);
        Assert.Equal("y", profile.Fields["list"].ListValue.Values[1].StringValue);
        Assert.Equal("v", profile.Fields["object"].StructValue.Fields["k"].StringValue);
        Assert.Equal(1, profile.Fields["objects"].ListValue.Values[0].StructValue.Fields["k"].NumberValue);
        Assert.All(profile.Fields.Values, value => Assert.NotEqual(Value.KindOneofCase.None, value.KindCase));
    }

    [Fact]
    public void What_readers_cannot_print_stays_out()
    {
        var profile = new ProfileBuilder()
            .Add("nan", double.NaN)
            .Add("infinite", double.PositiveInfinity)
            .Add("nothing", (string?)null)
            .Add("half", "a\ud83d")
            .Build();

        Assert.Equal(["half"], profile.Fields.Keys);
        Assert.Equal("a\ufffd", profile.Fields["half"].StringValue);
    }

    private static Struct Build(IEnumerable<string> keys)
    {
        var builder = new ProfileBuilder();
        foreach (var key in keys)
        {
            builder.Add(key, "value");
        }

        return builder.Build();
    }
}
