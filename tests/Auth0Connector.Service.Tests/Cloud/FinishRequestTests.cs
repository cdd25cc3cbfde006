using System.Text;
using Auth0Connector.Service.Cloud;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Cloud;

/// <summary>The end of a task as it goes out (service-mode.md, section 5.4).</summary>
public sealed class FinishRequestTests
{
    private static readonly Any Note = Any.Pack(new StringValue { Value = "note" });

    [Fact]
    public void A_success_is_its_answer_with_what_stands_beside_it()
    {
        var request = FinishRequests.Of("host-1", "task-1", TaskOutcome.Done(new DeleteResourceResponse { Annotations = { Note } }, Note));

        Assert.Equal(("host-1", "task-1"), (request.HostId, request.TaskId));
        Assert.Null(request.Status);
        Assert.Null(request.Error);
        Assert.Equal("type.googleapis.com/c1.connector.v2.DeleteResourceResponse", request.Success.Response.TypeUrl);
        Assert.Equal([Note], request.Success.Annotations);
        Assert.Equal([Note], request.Success.Response.Unpack<DeleteResourceResponse>().Annotations);
    }

    [Fact]
    public void A_sync_succeeds_without_an_answer() =>
        Assert.Null(FinishRequests.Of("host-1", "task-1", TaskOutcome.Done()).Success.Response);

    [Fact]
    public void A_failure_is_a_status_with_its_details_and_whether_to_try_again()
    {
        var failed = FinishRequests.Of("host-1", "task-1", TaskOutcome.Failed(StatusCode.Unavailable, "the tenant is away", Note));
        var refused = FinishRequests.Of("host-1", "task-1", TaskOutcome.Refused(StatusCode.FailedPrecondition, "provisioning is not enabled"));

        Assert.Equal((14, "the tenant is away", false), (failed.Status.Code, failed.Status.Message, failed.Error.NonRetryable));
        Assert.Equal([Note], failed.Status.Details);
        Assert.Equal((9, "provisioning is not enabled", true), (refused.Status.Code, refused.Status.Message, refused.Error.NonRetryable));
        Assert.Null(refused.Success);
    }

    [Theory]
    [InlineData("a", 4096)]
    [InlineData("\u00e4", 4096)]
    [InlineData("\u20ac", 4095)]
    [InlineData("\U0001F600", 4096)]
    public void A_long_message_is_cut_at_a_character(string letter, int bytes)
    {
        var message = FinishRequests.Of("h", "t", TaskOutcome.Failed(StatusCode.Unknown, string.Concat(Enumerable.Repeat(letter, 5000)))).Status.Message;

        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(message));
        Assert.EndsWith(letter, message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_not_be_taken_is_not_sent()
    {
        var many = Enumerable.Repeat(Note, 40).ToList();

        Assert.Equal(16, FinishRequests.Of("h", "t", TaskOutcome.Done(null, many)).Success.Annotations.Count);
        Assert.Equal(16, FinishRequests.Of("h", "t", TaskOutcome.Failed(StatusCode.Unknown, "x", many)).Status.Details.Count);
        Assert.Equal("it failed (Internal)", FinishRequests.Of("h", "t", TaskOutcome.Failed(StatusCode.Internal, "")).Status.Message);
    }
}
