using Auth0Connector.AccessFile.Messages;
using Google.Protobuf;

namespace Auth0Connector.AccessFile.Reading;

/// <summary>The data blob of a row, decoded when it is asked for and then kept.</summary>
internal sealed class LazyMessage<T>(byte[] data, MessageParser<T> parser, RowPlace place)
    where T : class, IMessage<T>
{
    private T? _value;

    public ReadOnlyMemory<byte> Data => data;

    public T Value => _value ??= Parse();

    private T Parse()
    {
        try
        {
            return Profiles.Checked(parser.ParseFrom(data));
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw place.Corrupt(exception);
        }
    }
}
