using System.Security.Cryptography;
using Auth0Connector.ControlPlane.Calls;
using Auth0Connector.ControlPlane.Faults;
using Auth0Connector.ControlPlane.Protocol;
using Auth0Connector.ControlPlane.Rules;
using Auth0Connector.ControlPlane.Tasks;
using Grpc.Core;
using Kinds = Auth0Connector.ControlPlane.Protocol.Task.TaskTypeOneofCase;
using Messages = Auth0Connector.ControlPlane.Protocol.BatonServiceUploadAssetRequest.MsgOneofCase;
using Task = System.Threading.Tasks.Task;

namespace Auth0Connector.ControlPlane;

/// <summary>Takes one upload, message by message, into a file.</summary>
internal sealed class UploadReceiver(Cloud cloud, Answering answering)
{
    private const int MaxChunk = 1024 * 1024;

    // What was begun before the cancellation could arrive is no fault.
    private static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(2);

    public async Task<BatonServiceUploadAssetResponse> ReceiveAsync(
        IAsyncStreamReader<BatonServiceUploadAssetRequest> stream, ServerCallContext context)
    {
        var asked = new Asked(context, CloudCall.Upload, "UploadAsset", "", "");
        return await answering.WrittenAsync(asked, async call =>
        {
            // Who calls is checked first; the host is named only by the first message.
            answering.Token(call);
            var metadata = await FirstAsync(call, stream, context.CancellationToken);
            var fault = await answering.FaultAsync(asked, call);
            var path = Path.Combine(cloud.Folder, $"{metadata.TaskId}-{call.Record.Number}");
            var received = new Received(path);
            var whole = false;
            try
            {
                await using (received)
                {
                    await DataAsync(call, stream, received, fault, context.CancellationToken);
                }

                whole = true;
            }
            finally
            {
                Keep(call, metadata.TaskId, received, whole);
            }

            call.Check.Refuse();
            fault?.After(call.Http, cloud);
            return new BatonServiceUploadAssetResponse();
        });
    }

    private async Task<BatonServiceUploadAssetRequest.Types.UploadMetadata> FirstAsync(
        Answered call, IAsyncStreamReader<BatonServiceUploadAssetRequest> stream, CancellationToken cancellationToken)
    {
        var there = await stream.MoveNext(cancellationToken) && stream.Current.MsgCase == Messages.Metadata;
        call.Check.Demand(there, "an upload begins with its metadata");
        call.Check.Refuse();
        var metadata = stream.Current.Metadata;
        call.Record.HostId = metadata.HostId;
        call.Record.TaskId = metadata.TaskId;
        answering.Host(call, metadata.HostId);
        FieldRules.TaskId(call.Check, metadata.TaskId);
        FieldRules.Annotations(call.Check, metadata.Annotations);
        FieldRules.NoneUnknown(call.Check, stream.Current, "UploadAsset's metadata");
        var known = cloud.Book.With(metadata.TaskId, task => Begun(call.Check, task));
        call.Check.Demand(known, "the task is one that was handed out");
        call.Check.Refuse();
        return metadata;
    }

    private void Begun(RuleCheck check, BookedTask task)
    {
        task.Alive = true;
        check.Demand(task.Script.Kind == Kinds.SyncFull, "only syncs are uploaded");
        check.Demand(task.State is TaskState.HandedOut or TaskState.Queued, "nothing is uploaded for a task that is finished or taken back");
        check.Demand(task.FreshHeartbeats > 0, "a sync's heartbeat comes before its upload");
        check.Demand(
            task.CancelledAt is null || cloud.Calls.Now - task.CancelledAt.Value < CancelGrace, "nothing is uploaded for a task that is cancelled");
    }

    private async Task DataAsync(
        Answered call, IAsyncStreamReader<BatonServiceUploadAssetRequest> stream, Received received, CloudFault? fault, CancellationToken cancellationToken)
    {
        fault?.AfterBytes(0, call.Http, cloud);
        while (await stream.MoveNext(cancellationToken))
        {
            switch (stream.Current.MsgCase)
            {
                case Messages.Data:
                    var data = stream.Current.Data.Data.Memory;
                    call.Check.Demand(data.Length is >= 1 and <= MaxChunk, $"a data message has 1 byte to 1 MiB, not {data.Length}");
                    call.Check.Refuse();
                    await received.AddAsync(data, cancellationToken);
                    fault?.AfterBytes(received.Length, call.Http, cloud);
                    break;
                case Messages.Eof:
                    await EndAsync(call, stream, received, stream.Current.Eof, cancellationToken);
                    return;
                default:
                    call.Check.Demand(false, $"data follow the metadata, then the end, not {stream.Current.MsgCase}");
                    call.Check.Refuse();
                    break;
            }
        }

        call.Check.Demand(false, "an upload ends with its checksum");
        call.Check.Refuse();
    }

    private static async Task EndAsync(
        Answered call,
        IAsyncStreamReader<BatonServiceUploadAssetRequest> stream,
        Received received,
        BatonServiceUploadAssetRequest.Types.UploadEOF end,
        CancellationToken cancellationToken)
    {
        FieldRules.Annotations(call.Check, end.Annotations);
        call.Check.Demand(end.Sha256Checksum.Length == SHA256.HashSizeInBytes, "the checksum has 32 bytes");
        call.Check.Demand(end.Sha256Checksum.Span.SequenceEqual(received.Hash()), "the checksum is that of what came");
        call.Check.Refuse();
        call.Check.Demand(!await stream.MoveNext(cancellationToken), "nothing follows the end of an upload");
        call.Check.Refuse();
    }

    private void Keep(Answered call, string taskId, Received received, bool whole)
    {
        cloud.Book.With(taskId, task =>
        {
            task.Uploads.Add(new CloudUpload
            {
                TaskId = taskId,
                Path = received.Path,
                Whole = whole,
                Length = received.Length,
                Sha256 = Convert.ToHexStringLower(received.Hash()),
                Chunks = received.Chunks,
                At = cloud.Calls.Now,
            });
            if (whole)
            {
                task.FreshAssets.Add(Convert.ToHexStringLower(received.Hash()));
                var most = task.Script.Debug ? 2 : 1;
                call.Check.Demand(task.FreshAssets.Count <= most, $"a sync uploads {most} at most");
            }
        });
        if (!whole)
        {
            File.Delete(received.Path);
        }
    }
}
