using Google.Protobuf;

namespace Auth0Connector.AccessFile.Messages;

/// <summary>A message with a profile that stays bytes until it is asked for: of a million people most are never asked.</summary>
public interface IProfiled
{
    /// <summary>The profile, a serialised <see cref="Google.Protobuf.WellKnownTypes.Struct"/>; empty where there is none.</summary>
    ByteString ProfileBytes { get; }

    /// <summary>Whether there is a profile, be it empty.</summary>
    bool HasProfileBytes { get; }
}
