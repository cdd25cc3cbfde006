using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>Reads the arguments of an action. The ecosystem passes the id of a resource as an object of type and id; the id alone is understood too.</summary>
internal static class ActionArguments
{
    private static readonly string[] TypeNames = ["resource_type_id", "resource_type", "resourceTypeId", "resourceType"];
    private static readonly string[] IdNames = ["resource_id", "resource", "resourceId"];

    /// <summary>The id of the person whom an action is about.</summary>
    /// <exception cref="TaskMistakeException">It is missing, or is no person's.</exception>
    public static string UserId(Struct? arguments)
    {
        var value = arguments?.Fields.GetValueOrDefault(OfferedAction.UserArgument);
        var (type, id) = value?.KindCase switch
        {
            Value.KindOneofCase.StringValue => ("", value.StringValue),
            Value.KindOneofCase.StructValue => (Text(value.StructValue, TypeNames), Text(value.StructValue, IdNames)),
            _ => ("", ""),
        };
        if (id.Length == 0)
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, $"required argument {OfferedAction.UserArgument} is missing or invalid");
        }

        return type is "" or ResourceTypeIds.User
            ? id
            : throw new TaskMistakeException(StatusCode.InvalidArgument, $"argument {OfferedAction.UserArgument} must be of resource type {ResourceTypeIds.User}, not {type}");
    }

    private static string Text(Struct value, string[] names) => names
        .Select(name => value.Fields.GetValueOrDefault(name))
        .FirstOrDefault(static field => field is { KindCase: Value.KindOneofCase.StringValue, StringValue.Length: > 0 })?.StringValue ?? "";
}
