using Auth0Connector.Provisioning.Accounts;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Protocol.Config;
using Auth0Connector.Vocabulary;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>An action as ConductorOne knows it, and what is done for it.</summary>
/// <param name="Action">What is done to the account.</param>
/// <param name="Name">Its name in tasks.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Description">What it does.</param>
/// <param name="Types">What the ecosystem takes it for.</param>
internal sealed record OfferedAction(AccountAction Action, string Name, string DisplayName, string Description, params IReadOnlyList<ActionType> Types)
{
    /// <summary>The argument that names the person.</summary>
    public const string UserArgument = "user_id";

    /// <summary>What a success answers.</summary>
    public const string SuccessResult = "success";

    /// <summary>The schema by which it is called.</summary>
    public BatonActionSchema Schema() => new()
    {
        Name = Name,
        DisplayName = DisplayName,
        Description = Description,
        ActionType = { Types },
        Arguments =
        {
            new Field
            {
                Name = UserArgument,
                DisplayName = "User",
                Description = "The person whom it is about.",
                IsRequired = true,
                ResourceIdField = new ResourceIdField { ResourceTypeId = ResourceTypeIds.User },
            },
        },
        ReturnTypes =
        {
            new Field { Name = SuccessResult, DisplayName = "Success", Description = "Whether it was done.", BoolField = new BoolField() },
        },
    };
}
