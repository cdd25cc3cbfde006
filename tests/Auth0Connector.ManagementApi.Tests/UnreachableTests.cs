using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Auth0Connector.ManagementApi.Connections;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Http;
using Auth0Connector.ManagementApi.Options;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>A tenant that never answers: how soon that is said, and in which words.</summary>
public sealed class UnreachableTests
{
    private static readonly HttpRequestException Hidden = new("a message that is shown to nobody");

    public static TheoryData<Exception, string, bool> Faults() => new()
    {
        { NoName(SocketError.HostNotFound), "no such host", true },
        { NoName(SocketError.NoData), "no such host", true },
        { NoName(SocketError.TryAgain), "the name cannot be looked up for now (DNS)", false },
        { NoName(SocketError.NoRecovery), "the name cannot be looked up for now (DNS)", false },
        { NoConnection(SocketError.ConnectionRefused), "connection refused", false },
        { NoConnection(SocketError.NetworkUnreachable), "the network cannot be reached", false },
        { NoConnection(SocketError.HostUnreachable), "there is no way to the host", false },
        { NoConnection(SocketError.TimedOut), "no answer to the connection", false },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "x", new IOException("x")), "the connection was cut while TLS began", false },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, "x", null, HttpStatusCode.ProxyAuthenticationRequired), "the proxy does not let us through (407)", false },
        { new TaskCanceledException("x", new TimeoutException("x")), "no connection within 30 s", false },
        { new IOException("x"), "the connection was cut before an answer", false },
        { Hidden, "the connection was cut before an answer", false },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_reason_is_said_in_words(Exception failure, string words, bool isFinal)
    {
        var fault = new ConnectionFaults(RawTenant.OptionsOf("http://127.0.0.1:9/")).Of(failure)!;

        Assert.Equal((words, isFinal), (fault.Message, fault.IsFinalBeforeContact));
    }

    [Theory]
    [InlineData(8, 5)]
    [InlineData(2, 2)]
    [InlineData(1, 1)]
    public async Task A_refused_connection_is_named_at_the_first_attempt_and_ends_after_those_agreed(int beforeContact, int attempts)
    {
        var log = new RecordingLog();
        var port = LoopbackServer.FreePort();

        var failure = await EndAsync(RawTenant.OptionsOf($"http://127.0.0.1:{port}/") with { AttemptsBeforeContact = beforeContact }, log);

        Assert.Equal(ManagementApiErrorKind.Unavailable, failure.Kind);
        Assert.Equal($"cannot reach 127.0.0.1:{port}: connection refused" + (attempts > 1 ? $", after {attempts} attempts" : ""), failure.Message);
        if (attempts > 1)
        {
            Assert.Equal($"trying again in 1 s (2 of {attempts}): connection refused", log.Lines[0].Text);
            Assert.Equal(LogLevel.Warning, log.Lines[0].Level);
        }
    }

    [Fact]
    public async Task A_host_that_does_not_exist_ends_it_at_once()
    {
        var log = new RecordingLog();

        var failure = await EndAsync(RawTenant.OptionsOf("https://no-such-tenant.invalid/"), log);

        Assert.Equal("cannot reach no-such-tenant.invalid: no such host", failure.Message);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_tenant_that_has_answered_once_is_tried_as_often_as_always()
    {
        var port = 0;
        await using (var tenant = new RawTenant((_, stream, stop) => RawTenant.WriteAsync(stream, "200 OK", RawTenant.Token, stop)))
        {
            port = tenant.Port;
            using var client = new ManagementApiClient(tenant.Options with { AttemptsBeforeContact = 2 }, new RecordingLog(), TimeProvider.System);
            await client.AuthenticateAsync(CancellationToken.None);
            await tenant.DisposeAsync();

            var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.FindRoleAsync("rol_1", CancellationToken.None));

            Assert.Equal($"cannot reach 127.0.0.1:{port}: connection refused, after 5 attempts", failure.Message);
        }
    }

    [Fact]
    public async Task A_request_that_never_left_was_surely_not_done_and_is_repeated()
    {
        await using var tenant = new RawTenant((_, stream, stop) => RawTenant.WriteAsync(stream, "200 OK", RawTenant.Token, stop));
        using var client = new ManagementApiClient(tenant.Options, new RecordingLog(), TimeProvider.System);
        await client.AuthenticateAsync(CancellationToken.None);
        await tenant.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ManagementApiException>(
            () => client.CreateUserAsync(new Records.AccountRequest { Connection = "db" }, CancellationToken.None));

        Assert.False(failure.IsUnclear);
        Assert.EndsWith("after 5 attempts", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_swallows_everything_is_given_up_by_the_time_that_was_set()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var asked = new SemaphoreSlim(0);
        await using var tenant = new RawTenant(async (_, _, stop) =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, stop);
        });
        var log = new RecordingLog();
        using var client = new ManagementApiClient(
            tenant.Options with { AttemptTimeout = TimeSpan.FromSeconds(3), AttemptsBeforeContact = 2 }, log, clock);
        var running = client.AuthenticateAsync(CancellationToken.None);
        while (!running.IsCompleted)
        {
            if (await asked.WaitAsync(20))
            {
                clock.Advance(TimeSpan.FromSeconds(3));
            }
            else
            {
                clock.Advance(TimeSpan.FromMilliseconds(10));
            }
        }

        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => running);

        Assert.Equal($"cannot reach 127.0.0.1:{tenant.Port}: no answer within 3 s, after 2 attempts", failure.Message);
        Assert.Equal("trying again in 1 s (2 of 2): no answer within 3 s", log.Lines[0].Text);
        Assert.Equal(2, tenant.Requests);
    }

    [Theory]
    [InlineData("localhost", -1, 1, "is not trusted here (unknown authority); if it comes from a private authority, name its certificate by --ca-file", false)]
    [InlineData("localhost", -9, -1, " only (expired, or this machine's clock is wrong)", true)]
    [InlineData("localhost", 1, 9, " only (expired, or this machine's clock is wrong)", true)]
    [InlineData("other.example", -1, 1, "is for another name", true)]
    public async Task A_certificate_is_refused_at_once_with_the_reason(string name, int fromDays, int toDays, string reason, bool isNamed)
    {
        using var certificate = Certificate(name, fromDays, toDays);
        await using var tenant = new RawTenant(
            (_, stream, stop) => RawTenant.WriteAsync(stream, "200 OK", RawTenant.Token, stop),
            async (client, stop) =>
            {
                var secure = new SslStream(client.GetStream());
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
                return secure;
            });
        using var authority = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var options = RawTenant.OptionsOf($"https://localhost:{tenant.Port}/") with { Authorities = isNamed ? [authority] : [] };
        var failure = await EndAsync(options, new RecordingLog());

        Assert.Equal(ManagementApiErrorKind.Unavailable, failure.Kind);
        Assert.StartsWith($"cannot reach localhost:{tenant.Port}: localhost presents a certificate that ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(reason, failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, tenant.Requests);
    }

    [Fact]
    public async Task A_server_that_speaks_no_TLS_is_named_as_such()
    {
        await using var tenant = new RawTenant((_, stream, stop) => RawTenant.WriteAsync(stream, "200 OK", RawTenant.Token, stop), async (client, stop) =>
        {
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop);
            return client.GetStream();
        });

        var failure = await EndAsync(RawTenant.OptionsOf($"https://localhost:{tenant.Port}/") with { AttemptsBeforeContact = 2 }, new RecordingLog());

        Assert.Contains("TLS", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", false, false)]
    [InlineData("http://localhost:9/", false, false)]
    [InlineData("http://[::1]:9/", false, false)]
    [InlineData("http://tenant.localhost:9/", false, false)]
    [InlineData("http://127.0.0.1:9/", true, true)]
    [InlineData("https://acme.eu.auth0.com/", false, true)]
    public void A_proxy_is_asked_for_this_machine_only_where_that_was_wished(string address, bool forLoopback, bool isAsked)
    {
        var proxy = new EnvironmentProxy(new WebProxy("http://me:pw@proxy.example:3128"), forLoopback);

        Assert.Equal(isAsked, proxy.GetProxy(new Uri(address)) is not null);
        Assert.Equal(!isAsked, proxy.IsBypassed(new Uri(address)));
    }

    [Fact]
    public async Task Who_stops_while_a_retry_waits_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        var log = new RecordingLog { OnLine = stop.Cancel };
        using var client = new ManagementApiClient(
            RawTenant.OptionsOf($"http://127.0.0.1:{LoopbackServer.FreePort()}/") with { RetryBaseDelay = TimeSpan.FromHours(1), RetryMaxDelay = TimeSpan.FromHours(1) }, log, TimeProvider.System);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AuthenticateAsync(stop.Token));
    }

    private static async Task<ManagementApiException> EndAsync(ManagementApiOptions options, RecordingLog log)
    {
        using var client = new ManagementApiClient(options, log, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<ManagementApiException>(() => client.AuthenticateAsync(CancellationToken.None));
        Assert.DoesNotContain(StubbedTenant.Secret, failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private static HttpRequestException NoName(SocketError error) =>
        new(HttpRequestError.NameResolutionError, "x", new SocketException((int)error));

    private static HttpRequestException NoConnection(SocketError error) =>
        new(HttpRequestError.ConnectionError, "x", new SocketException((int)error));

    private static X509Certificate2 Certificate(string name, int fromDays, int toDays)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var pair = request.CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
        return X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);
    }
}
