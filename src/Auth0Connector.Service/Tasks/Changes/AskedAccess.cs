using Auth0Connector.AccessFile.Messages;
using Auth0Connector.Provisioning.Access;
using Grpc.Core;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>What a grant or a revoke is about: read from the fields that name it, never from the text of an id, which must only agree.</summary>
/// <param name="Change">The change.</param>
/// <param name="Resource">What gives it, as the task has it; often its id alone.</param>
/// <param name="Slug">By what of the resource it is given.</param>
internal sealed record AskedAccess(AccessChange Change, Resource Resource, string Slug)
{
    /// <summary>Reads a task.</summary>
    /// <param name="isGrant">Whether it is given or taken.</param>
    /// <param name="entitlement">What.</param>
    /// <param name="principal">To whom or from whom.</param>
    /// <exception cref="TaskMistakeException">It is malformed, contradicts itself, or is nothing that can be granted here.</exception>
    public static AskedAccess Read(bool isGrant, Entitlement? entitlement, Resource? principal)
    {
        if (!AskedIds.IsWhole(entitlement?.Resource?.Id) || !AskedIds.IsWhole(principal?.Id) || (entitlement!.Id.Length == 0 && entitlement.Slug.Length == 0))
        {
            throw new TaskMistakeException(StatusCode.InvalidArgument, isGrant ? "malformed grant task" : "malformed revoke task");
        }

        var (resource, holder) = (entitlement.Resource!.Id, principal!.Id);
        var slug = EntitlementAccess.Slug(resource.ResourceType, resource.Resource, entitlement.Id, entitlement.Slug) ?? throw new TaskMistakeException(
            StatusCode.InvalidArgument,
            $"the entitlement '{entitlement.Id}' contradicts its {(entitlement.Slug.Length > 0 ? $"slug '{entitlement.Slug}' or its " : "")}resource '{resource.Resource}' of type {resource.ResourceType}");
        if (!EntitlementAccess.IsGranted(resource.ResourceType))
        {
            throw new TaskMistakeException(StatusCode.Unimplemented, $"resource type {resource.ResourceType} does not have provisioner configured");
        }

        var change = EntitlementAccess.Change(isGrant, resource.ResourceType, resource.Resource, slug, holder.ResourceType, holder.Resource) ?? throw new TaskMistakeException(
            StatusCode.Unimplemented,
            $"'{slug}' of {resource.ResourceType} '{resource.Resource}' cannot be granted to or revoked from a principal of type {holder.ResourceType} by Auth0's API");
        return new AskedAccess(change, entitlement.Resource, slug);
    }

    /// <summary>Reads a revoke, which names a grant.</summary>
    /// <exception cref="TaskMistakeException">As with <see cref="Read(bool, Entitlement?, Resource?)"/>.</exception>
    public static AskedAccess Read(Grant? grant)
    {
        var asked = Read(isGrant: false, grant?.Entitlement, grant?.Principal);
        var (resource, holder) = (asked.Resource.Id, grant!.Principal.Id);
        return AskedIds.IsOfAnotherGrant(grant.Id, resource, asked.Slug, holder)
            ? throw new TaskMistakeException(StatusCode.InvalidArgument, $"the grant '{grant.Id}' contradicts its entitlement or its principal")
            : asked;
    }
}
