using System.Globalization;
using Auth0Connector.ManagementApi.Options;
using Microsoft.Extensions.Logging.Abstractions;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Auth0Connector.ManagementApi.Tests;

/// <summary>A tenant whose single answers a test writes itself, over real HTTP on a free loopback port.</summary>
public sealed class StubbedTenant : IDisposable
{
    public const string Secret = "canary-secret-1b2c3d";

    public StubbedTenant()
    {
        Server = WireMockServer.Start();
        Client = NewClient(Options);
    }

    public WireMockServer Server { get; }

    public ManagementApiClient Client { get; }

    public ManagementApiOptions Options => new()
    {
        BaseUrl = new Uri(Server.Url! + "/"),
        ClientId = "client-1",
        Credential = new ClientCredential.Secret(Secret),
        MaxAttempts = 4,
        RetryBaseDelay = TimeSpan.FromMilliseconds(1),
        RetryMaxDelay = TimeSpan.FromMilliseconds(5),
        AttemptTimeout = TimeSpan.FromSeconds(20),
    };

    public static ManagementApiClient NewClient(ManagementApiOptions options) =>
        new(options, NullLoggerFactory.Instance, TimeProvider.System);

    public StubbedTenant GivingTokens(string scope = "read:users", int expiresIn = 86400)
    {
        Server.Given(Request.Create().WithPath("/oauth/token").UsingPost())
            .RespondWith(Response.Create().WithBody(request =>
                $$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","expires_in":{{expiresIn}},"scope":"{{scope}}","token_type":"Bearer"}"""));
        return this;
    }

    public void Answer(string path, int status, string body, params (string Name, string Value)[] headers)
    {
        var response = Response.Create().WithStatusCode(status).WithBody(body).WithHeader("Content-Type", "application/json");
        foreach (var (name, value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        Server.Given(Request.Create().WithPath("/api/v2" + path)).AtPriority(10).RespondWith(response);
    }

    public void AnswerQuery(string path, string name, string value, string body) =>
        Server.Given(Request.Create().WithPath("/api/v2" + path).WithParam(name, value)).AtPriority(1).RespondWith(Response.Create().WithBody(body));

    public void AnswerQuery(string path, string name, string value, int status, string body) =>
        Server.Given(Request.Create().WithPath("/api/v2" + path).WithParam(name, value)).AtPriority(1).RespondWith(Response.Create().WithStatusCode(status).WithBody(body));

    /// <summary>Answers by the number of the page that is asked for; 0 where none is.</summary>
    public void AnswerBy(string path, Func<int, string> bodyOf) =>
        Server.Given(Request.Create().WithPath("/api/v2" + path)).AtPriority(5).RespondWith(Response.Create().WithBody(request =>
            bodyOf(request.GetParameter("page") is { } page ? int.Parse(page[0], CultureInfo.InvariantCulture) : 0)));

    /// <summary>Different answers one after the other; the last one stays.</summary>
    public void AnswerInTurn(string path, params (int Status, string Body)[] answers)
    {
        for (var i = 0; i < answers.Length; i++)
        {
            var given = Server.Given(Request.Create().WithPath(path)).InScenario(path);
            var when = i == 0 ? given : given.WhenStateIs(State(i));
            (i == answers.Length - 1 ? when : when.WillSetStateTo(State(i + 1)))
                .RespondWith(Response.Create().WithStatusCode(answers[i].Status).WithBody(answers[i].Body));
        }
    }

    public int CountOf(string path) => Server.LogEntries.Count(entry => entry.RequestMessage?.Path == path);

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }

    private int _tokens;

    private static string State(int number) => "s" + number.ToString(CultureInfo.InvariantCulture);
}
