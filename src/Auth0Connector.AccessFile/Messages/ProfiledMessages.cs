using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.AccessFile.Messages;

/// <content>The profile as what it is.</content>
public sealed partial class Resource : IProfiled
{
    /// <summary>The profile, decoded anew each time; null where there is none.</summary>
    /// <exception cref="Failures.AccessFileException">It does not decode.</exception>
    public Struct? Profile
    {
        get => Profiles.Read(this);
        set
        {
            if (value is null)
            {
                ClearProfileBytes();
            }
            else
            {
                ProfileBytes = value.ToByteString();
            }
        }
    }
}

/// <content>The profile as what it is.</content>
public sealed partial class UserTrait : IProfiled
{
    /// <summary>The profile, decoded anew each time; null where there is none.</summary>
    /// <exception cref="Failures.AccessFileException">It does not decode.</exception>
    public Struct? Profile
    {
        get => Profiles.Read(this);
        set
        {
            if (value is null)
            {
                ClearProfileBytes();
            }
            else
            {
                ProfileBytes = value.ToByteString();
            }
        }
    }
}
