using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Auth0Connector.ControlPlane.Rules;

/// <summary>What holds for fields of the same kind in every request.</summary>
internal static class FieldRules
{
    private const string TypePrefix = "type.googleapis.com/";
    private const int MaxAnnotations = 16;

    /// <summary>27 letters and digits.</summary>
    public static bool IsTaskId(string id) => id.Length == 27 && id.All(char.IsAsciiLetterOrDigit);

    public static void HostId(RuleCheck check, string hostId) =>
        check.Demand(hostId.EnumerateRunes().Count() is >= 1 and <= 256, "host_id has 1 to 256 characters");

    public static void TaskId(RuleCheck check, string id) =>
        check.Demand(IsTaskId(id), "task_id has 27 letters and digits");

    public static void Annotations(RuleCheck check, RepeatedField<Any> annotations)
    {
        check.Demand(annotations.Count <= MaxAnnotations, "annotations are 16 at most");
        Types(check, annotations, "annotations");
    }

    public static void Types(RuleCheck check, IEnumerable<Any> packed, string where) =>
        check.Demand(packed.All(IsTyped), $"{where}: every Any has the type URL of a message");

    /// <summary>A field that the server's messages do not have was sent: a wrong number.</summary>
    public static void NoneUnknown<T>(RuleCheck check, T message, string name)
        where T : IMessage<T>, new()
    {
        var known = new MessageParser<T>(() => new T()).WithDiscardUnknownFields(true).ParseFrom(message.ToByteArray());
        check.Demand(known.CalculateSize() == message.CalculateSize(), $"{name} holds fields that the server does not know");
    }

    private static bool IsTyped(Any any) =>
        any.TypeUrl.StartsWith(TypePrefix, StringComparison.Ordinal) && any.TypeUrl.Length > TypePrefix.Length;
}
