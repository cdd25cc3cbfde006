using System.Net;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.Provisioning;
using Auth0Connector.Service.Protocol;
using Auth0Connector.Service.Tasks;
using Grpc.Core;

namespace Auth0Connector.Service.Tests.Changes;

public sealed class TenantCodesTests
{
    private const string Words = "what the tenant said";

    /// <summary>Every kind of failure of the tenant, and its code.</summary>
    public static TheoryData<ManagementApiErrorKind, StatusCode> TenantKinds => new()
    {
        { ManagementApiErrorKind.CredentialsRefused, StatusCode.Unauthenticated },
        { ManagementApiErrorKind.MissingScope, StatusCode.PermissionDenied },
        { ManagementApiErrorKind.FeatureMissing, StatusCode.Unimplemented },
        { ManagementApiErrorKind.NotFound, StatusCode.NotFound },
        { ManagementApiErrorKind.RateLimited, StatusCode.Unavailable },
        { ManagementApiErrorKind.TokensLimited, StatusCode.Unavailable },
        { ManagementApiErrorKind.Unavailable, StatusCode.Unavailable },
        { ManagementApiErrorKind.Conflict, StatusCode.FailedPrecondition },
        { ManagementApiErrorKind.BadRequest, StatusCode.InvalidArgument },
        { ManagementApiErrorKind.BadAnswer, StatusCode.Unavailable },
        { ManagementApiErrorKind.Unproven, StatusCode.Internal },
        { ManagementApiErrorKind.TooLarge, StatusCode.Internal },
    };

    /// <summary>Every kind of failure of a change, and its code.</summary>
    public static TheoryData<ProvisioningErrorKind, StatusCode> ChangeKinds => new()
    {
        { ProvisioningErrorKind.NotFound, StatusCode.NotFound },
        { ProvisioningErrorKind.Ambiguous, StatusCode.FailedPrecondition },
        { ProvisioningErrorKind.Unusable, StatusCode.Unimplemented },
        { ProvisioningErrorKind.NotDone, StatusCode.FailedPrecondition },
        { ProvisioningErrorKind.Locked, StatusCode.Unavailable },
        { ProvisioningErrorKind.File, StatusCode.Internal },
    };

    [Theory]
    [MemberData(nameof(TenantKinds))]
    public void Every_failure_of_the_tenant_has_a_code_and_a_sentence_of_its_own(ManagementApiErrorKind kind, StatusCode code)
    {
        var failure = TenantCodes.Of(new ManagementApiException(kind, Words));

        Assert.Equal(code, failure.Code);
        Assert.EndsWith($": {Words}", failure.Sentence, StringComparison.Ordinal);
        Assert.Equal(kind is ManagementApiErrorKind.RateLimited or ManagementApiErrorKind.TokensLimited ? 1 : 0, failure.Details.Count);
        Assert.True(TenantCodes.Failed(new ManagementApiException(kind, Words)).Retryable);
        Assert.False(TenantCodes.Refused(new ManagementApiException(kind, Words)).Retryable);
    }

    [Fact]
    public void No_kind_is_left_out_and_no_sentence_is_said_twice()
    {
        var kinds = Enum.GetValues<ManagementApiErrorKind>();

        Assert.Equal(kinds.Length, TenantKinds.Count);
        Assert.Equal(Enum.GetValues<ProvisioningErrorKind>().Length, ChangeKinds.Count);
        Assert.Equal(kinds.Length, kinds.Select(static kind => TenantCodes.Of(new ManagementApiException(kind, Words)).Sentence).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(ChangeKinds))]
    public void Every_failure_of_a_change_has_a_code_and_its_own_words(ProvisioningErrorKind kind, StatusCode code)
    {
        var failure = TenantCodes.Of(new ProvisioningException(kind, Words));

        Assert.Equal((code, Words), (failure.Code, failure.Sentence));
    }

    [Fact]
    public void Refusals_that_have_one_kind_and_mean_several_things_are_told_apart()
    {
        var forbidden = new ManagementApiException(ManagementApiErrorKind.FeatureMissing, Words) { StatusCode = HttpStatusCode.Forbidden };
        var absent = new ManagementApiException(ManagementApiErrorKind.BadRequest, Words) { ErrorCode = "inexistent_user" };
        var refused = new ProvisioningException(ProvisioningErrorKind.NotDone, Words, new ManagementApiException(ManagementApiErrorKind.BadRequest, "its cause"));

        Assert.Equal(StatusCode.PermissionDenied, TenantCodes.Of(forbidden).Code);
        Assert.Equal(StatusCode.NotFound, TenantCodes.Of(absent).Code);
        Assert.Equal((StatusCode.InvalidArgument, Words), (TenantCodes.Of(refused).Code, TenantCodes.Of(refused).Sentence));
    }

    [Fact]
    public void A_limit_says_when_it_ends_where_the_tenant_says_so()
    {
        var reset = DateTimeOffset.UnixEpoch.AddYears(60);
        var known = new ManagementApiException(ManagementApiErrorKind.TokensLimited, Words) { Until = reset };

        Assert.Equal(reset, TenantCodes.Of(known).Details[0].Unpack<RateLimitDescription>().ResetAt.ToDateTimeOffset());
        Assert.Null(TenantCodes.Of(new ManagementApiException(ManagementApiErrorKind.RateLimited, Words)).Details[0].Unpack<RateLimitDescription>().ResetAt);
    }

    [Fact]
    public void What_nobody_expected_is_told_without_its_words()
    {
        Exception[] failures = [new InvalidOperationException(Words), new IOException(Words), new UnauthorizedAccessException(Words)];

        Assert.All(failures, static failure => Assert.DoesNotContain(Words, TenantCodes.Of(failure).Sentence, StringComparison.Ordinal));
        Assert.Equal(StatusCode.Unknown, TenantCodes.Of(failures[0]).Code);
        Assert.Equal(StatusCode.Cancelled, TenantCodes.Of(new OperationCanceledException(Words)).Code);
        Assert.Equal((StatusCode.NotFound, Words), TenantCodes.Of(new TaskMistakeException(StatusCode.NotFound, Words)) is var told ? (told.Code, told.Sentence) : default);
    }
}
