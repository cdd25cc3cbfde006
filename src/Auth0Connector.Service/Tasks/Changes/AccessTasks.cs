using Auth0Connector.AccessFile.Format;
using Auth0Connector.AccessFile.Messages;
using Auth0Connector.ManagementApi;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning.Access;
using Auth0Connector.Provisioning.Journal;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Sync.Mapping;
using Auth0Connector.Vocabulary;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ServiceTask = Auth0Connector.Service.Protocol.Task;

namespace Auth0Connector.Service.Tasks.Changes;

/// <summary>The tasks that give access and take it.</summary>
internal sealed class AccessTasks(LentAccess lent)
{
    // Longer than anybody stays; a time beyond it is a mistake and no date.
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(365 * 100);

    public async Task<TaskOutcome> GrantAsync(ServiceTask task, ChangeRun run)
    {
        var asked = AskedAccess.Read(isGrant: true, task.Grant.Entitlement, task.Grant.Principal);
        var length = Length(task.Grant.Duration);
        await ScopeGate.RequireAsync(run.Client, ScopeNeeds.Of(asked.Change), run.Token).ConfigureAwait(false);
        // Read before the change: nothing that fails afterwards may hide that it was made.
        var resource = await WholeAsync(run.Client, asked.Resource, run.Token).ConfigureAwait(false);
        var result = await lent.ApplyAsync(run, asked.Change, length).ConfigureAwait(false);
        if (Failure(result) is { } failure)
        {
            return failure.Outcome(isRetryable: false);
        }

        var holder = task.Grant.Principal.Id;
        var response = new GrantManagerServiceGrantResponse
        {
            Grants = { SyncedMessages.Grant(resource, asked.Slug, holder.ResourceType, holder.Resource) },
        };
        if (result.Outcome == ChangeOutcome.AlreadySo)
        {
            response.Annotations.Add(Annotation.Pack(new GrantAlreadyExists()));
        }

        return TaskOutcome.Done(response, [.. response.Annotations]);
    }

    public async Task<TaskOutcome> RevokeAsync(ServiceTask task, ChangeRun run)
    {
        var asked = AskedAccess.Read(task.Revoke.Grant);
        await ScopeGate.RequireAsync(run.Client, ScopeNeeds.Of(asked.Change), run.Token).ConfigureAwait(false);
        var result = await lent.ApplyAsync(run, asked.Change, length: null).ConfigureAwait(false);
        if (Failure(result) is { } failure)
        {
            return failure.Outcome(isRetryable: false);
        }

        var response = new GrantManagerServiceRevokeResponse();
        if (result.Outcome == ChangeOutcome.AlreadySo)
        {
            if (Through(task.Revoke.Grant, asked) is { } source)
            {
                return TaskOutcome.Refused(
                    StatusCode.FailedPrecondition,
                    $"{asked.Change.Describe()}: it is not held directly but through '{source}'; revoke that, or end the membership there");
            }

            response.Annotations.Add(Annotation.Pack(new GrantAlreadyRevoked()));
        }

        return TaskOutcome.Done(response, [.. response.Annotations]);
    }

    // What makes a result a failure; null where it is as was asked for.
    private static TaskFailure? Failure(ChangeResult result) => result switch
    {
        { IsSo: true } => null,
        { Outcome: ChangeOutcome.Unseen } =>
            new TaskFailure(StatusCode.Unavailable, $"{result.Change.Describe()}: Auth0 took the change but does not show it yet; the next sync shows whether it holds"),
        { Refusal: { } refusal } => new TaskFailure(TenantCodes.CodeOf(refusal), $"{result.Change.Describe()}: {result.Why}"),
        _ => new TaskFailure(StatusCode.FailedPrecondition, $"{result.Change.Describe()}: {result.Why}"),
    };

    // The entitlement that a grant comes from where it is not given to the principal itself.
    private static string? Through(Grant grant, AskedAccess asked)
    {
        var own = AccessIds.Entitlement(asked.Resource.Id.ResourceType, asked.Resource.Id.Resource, asked.Slug);
        var sources = grant.Sources?.Sources;
        return sources is null || sources.Any(source => source.Key == own || source.Value.IsDirect) ? null : sources.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static TimeSpan? Length(Duration? duration)
    {
        if (duration is null or { Seconds: 0, Nanos: 0 })
        {
            return null;
        }

        return duration.Seconds < 0 || duration.Nanos is < 0 or > 999_999_999 || duration.Seconds > LongestDuration.TotalSeconds
            ? throw new TaskMistakeException(StatusCode.InvalidArgument, "malformed grant task: the duration is negative or over a hundred years")
            : duration.ToTimeSpan();
    }

    // A grant carries a full copy of its resource; a task often has the id alone. The copy is a help and no need.
    private static async Task<Resource> WholeAsync(ManagementApiClient client, Resource resource, CancellationToken cancellationToken)
    {
        if (resource.Profile is not null)
        {
            return resource;
        }

        try
        {
            var id = resource.Id.Resource;
            return resource.Id.ResourceType == ResourceTypeIds.Role
                ? await client.FindRoleAsync(id, cancellationToken).ConfigureAwait(false) is { } role && role.Id == id ? SyncedMessages.Role(role) : resource
                : await client.FindOrganizationAsync(id, cancellationToken).ConfigureAwait(false) is { } organization && organization.Id == id ? SyncedMessages.Organization(organization) : resource;
        }
        catch (ManagementApiException)
        {
            return resource;
        }
    }
}
