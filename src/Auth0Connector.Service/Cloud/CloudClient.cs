using Auth0Connector.Service.Credentials;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using ServiceTask = Auth0Connector.Service.Protocol.Task;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.Service.Cloud;

/// <summary>
/// What a connector asks of ConductorOne, over one connection that is kept. Each question is tried once, apart from a token
/// that is renewed; the end of a task and its files are tried again. All end at once when they are cancelled.
/// </summary>
public sealed class CloudClient : IAsyncDisposable
{
    private const int MostTasks = 100;
    private const int UploadTries = 3;
    private const int MostHostIdCharacters = 256;

    private readonly CloudOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CloudConnection _connection;
    private readonly CloudTokens _tokens;
    private readonly CloudStanding _standing;
    private readonly CloudCalls _calls;

    /// <summary>A client for one connector; it asks for nothing until it is used.</summary>
    /// <exception cref="CredentialFormatException">The host to ask instead of the id's is none, or the host id is empty or too long.</exception>
    public CloudClient(CloudOptions options, TimeProvider clock, ILogger logger)
    {
        if (options.HostId.Length is 0 or > MostHostIdCharacters)
        {
            throw new CredentialFormatException($"the host id (BATON_HOST_ID) must have 1 to {MostHostIdCharacters} characters");
        }

        _options = options;
        _clock = clock;
        _logger = logger;
        _connection = new CloudConnection(options);
        var faults = new CloudFaults(_connection.Root, _connection.Settings);
        _tokens = new CloudTokens(new TokenQuestion(_connection, options, faults, clock).AskAsync, clock);
        _standing = new CloudStanding(clock);
        _calls = new CloudCalls(_connection, _tokens, faults, _standing, clock, logger);
    }

    /// <summary>Who is asked, as a person reads it: host, and port where it is not the usual one.</summary>
    public string Host => _connection.Host;

    /// <summary>How it stands with the cloud.</summary>
    public CloudState State => _standing.State;

    /// <summary>Asks for a token and for nothing else: ConductorOne does not take the connector for started.</summary>
    /// <exception cref="CloudException">It was refused, or there was no answer.</exception>
    public async Task AuthenticateAsync(CancellationToken cancellationToken) => await _tokens.GetAsync(cancellationToken);

    /// <summary>Says hello once.</summary>
    /// <param name="taskId">Empty at the start; the task's, where one asks for it.</param>
    /// <param name="metadata">What the connector says of itself.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">It was not taken.</exception>
    public Task HelloAsync(string taskId, ConnectorMetadata metadata, CancellationToken cancellationToken)
    {
        var request = HelloRequests.Of(_options, taskId, metadata);
        return _calls.AskAsync("Hello", isOfOneTask: taskId.Length > 0, (client, options) => client.HelloAsync(request, options), cancellationToken);
    }

    /// <summary>Asks for one task.</summary>
    /// <exception cref="CloudException">There was no answer.</exception>
    public async Task<Poll> GetTaskAsync(CancellationToken cancellationToken)
    {
        var request = new BatonServiceGetTaskRequest { HostId = _options.HostId };
        var answer = await _calls.AskAsync("GetTask", isOfOneTask: false, (client, options) => client.GetTaskAsync(request, options), cancellationToken)
            .ConfigureAwait(false);
        return PollOf(answer.Task is { } task ? [task] : [], answer.NextPoll);
    }

    /// <summary>Asks for several tasks.</summary>
    /// <param name="pageSize">How many at most: 1 to 100.</param>
    /// <param name="known">Ids of tasks that were taken before and are not finished.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">There was no answer; with <see cref="StatusCode.Unimplemented"/> this cloud gives one at a time only.</exception>
    public async Task<Poll> GetTasksAsync(int pageSize, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        var request = new BatonServiceGetTasksRequest { HostId = _options.HostId, PageSize = (uint)Math.Clamp(pageSize, 1, MostTasks) };
        request.KnownTaskIds.AddRange(known);
        var answer = await _calls.AskAsync("GetTasks", isOfOneTask: false, (client, options) => client.GetTasksAsync(request, options), cancellationToken)
            .ConfigureAwait(false);
        return PollOf(answer.Tasks, answer.NextPoll);
    }

    /// <summary>Says that a task is still worked on.</summary>
    /// <exception cref="CloudException">There was no answer.</exception>
    public async Task<Beat> HeartbeatAsync(string taskId, CancellationToken cancellationToken)
    {
        var request = new BatonServiceHeartbeatRequest { HostId = _options.HostId, TaskId = taskId };
        var answer = await _calls.AskAsync("Heartbeat", isOfOneTask: true, (client, options) => client.HeartbeatAsync(request, options), cancellationToken)
            .ConfigureAwait(false);
        return new Beat(WireDurations.NextBeat(answer.NextHeartbeat), answer.Cancelled);
    }

    /// <summary>
    /// Tells how a task ended, again and again until that is answered; only a cancellation ends it otherwise. A message of
    /// more than 4096 bytes is cut; an answer that no call can carry is told as a failure.
    /// </summary>
    /// <returns>Whether the cloud took it: <see langword="false"/> where it does not know the task, or not any more.</returns>
    public async Task<bool> FinishAsync(string taskId, TaskOutcome outcome, CancellationToken cancellationToken)
    {
        var request = FinishRequests.Of(_options.HostId, taskId, outcome);
        if (request.CalculateSize() is > FinishRequests.MostBytes and var bytes)
        {
            CloudLog.AnswerTooLarge(_logger, taskId, bytes);
            request = FinishRequests.TooLarge(_options.HostId, taskId);
        }

        var retry = CloudRetry.Create(
            Backoff.Finishing,
            int.MaxValue,
            static failure => !IsUnwanted(failure),
            (failure, _, wait) => CloudLog.FinishAgain(_logger, taskId, wait.TotalSeconds, failure.Message),
            _clock);
        try
        {
            await retry.ExecuteAsync(
                async token => await _calls.AskAsync("FinishTask", isOfOneTask: true, (client, options) => client.FinishTaskAsync(request, options), token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CloudException unwanted) when (IsUnwanted(unwanted))
        {
            CloudLog.FinishRefused(_logger, taskId, unwanted.Message);
            return false;
        }
    }

    /// <summary>Sends a file of a task, whatever its size, with little memory; it is tried three times.</summary>
    /// <exception cref="CloudException">The cloud did not take it, three times.</exception>
    /// <exception cref="IOException">The file cannot be read, or changed while it was sent.</exception>
    /// <exception cref="UnauthorizedAccessException">We may not read the file.</exception>
    public async Task UploadAsync(string taskId, string path, CancellationToken cancellationToken)
    {
        using var upload = await AssetUpload.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        var retry = CloudRetry.Create(
            Backoff.Uploading,
            UploadTries,
            static _ => true,
            (failure, next, wait) => CloudLog.UploadAgain(_logger, taskId, wait.TotalSeconds, next, UploadTries, failure.Message),
            _clock);
        await retry.ExecuteAsync(
            async token => await _calls.TryAsync(
                "UploadAsset",
                isOfOneTask: true,
                CloudTimes.UploadStep,
                (client, options, time) => upload.SendAsync(client, options, time, new() { HostId = _options.HostId, TaskId = taskId }),
                token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _tokens.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    // The cloud does not know the task, or it has ended, or the answer would never be taken.
    private static bool IsUnwanted(CloudException failure) =>
        failure.Code is StatusCode.NotFound or StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.AlreadyExists;

    private Poll PollOf(IEnumerable<ServiceTask> tasks, Duration? nextPoll)
    {
        var given = new List<ServiceTask>();
        foreach (var task in tasks.Where(static task => task.TaskTypeCase != ServiceTask.TaskTypeOneofCase.None_))
        {
            if (task.Id.Length > 0)
            {
                given.Add(task);
            }
            else if (task.TaskTypeCase != ServiceTask.TaskTypeOneofCase.None)
            {
                CloudLog.TaskWithoutId(_logger);
            }
        }

        return new Poll(given, WireDurations.NextPoll(nextPoll));
    }
}
