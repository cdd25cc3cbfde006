using Auth0Connector.MockTenant.Churn;
using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Dialects;
using Auth0Connector.MockTenant.Endpoints;
using Auth0Connector.MockTenant.Endpoints.Writes;
using Auth0Connector.MockTenant.Export;
using Auth0Connector.MockTenant.Limits;
using Auth0Connector.MockTenant.Tokens;
using Microsoft.AspNetCore.Http;

namespace Auth0Connector.MockTenant.Http;

/// <summary>Puts model and endpoints together once the port, and with it the audience, is known.</summary>
internal sealed class TenantApi(MockTenantOptions options, RequestLog log) : IDisposable
{
    private readonly TaskCompletionSource<Opened> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Opened? _now;

    public TenantTruth Truth => Now.Truth;

    public string Audience => Now.Audience;

    /// <summary>The log of the tenant.</summary>
    public TenantLog Log => Now.Model.Log;

    // Not null after StartAsync, which is the only way to a server.
    private Opened Now => _now ?? throw new InvalidOperationException("The server has not been started.");

    public void Open(Uri baseUrl)
    {
        var audience = options.Audience ?? new Uri(baseUrl, "api/v2/").AbsoluteUri;
        var model = new TenantModel(options, audience);
        var truth = new TenantTruth(model, options);
        var churn = new ChurnSchedule(options, model, truth.Record);
        var tokens = new TokenStore(options);
        var limits = new RateLimits(options);
        var tokenEndpoint = new TokenEndpoint(options, baseUrl, audience, tokens);
        var routes = new RouteTable();
        tokenEndpoint.AddTo(routes);
        new UserListEndpoint(model).AddTo(routes);
        new UserEndpoints(options, model).AddTo(routes);
        new RoleEndpoints(model).AddTo(routes);
        new OrganizationEndpoints(model).AddTo(routes);
        new OrganizationConnectionEndpoints(model).AddTo(routes);
        new GroupEndpoints(options, model).AddTo(routes);
        new ResourceServerEndpoints(model).AddTo(routes);
        new ClientEndpoints(model).AddTo(routes);
        new OrganizationClientEndpoints(model).AddTo(routes);
        new OrganizationGrantEndpoints(model).AddTo(routes);
        new ConsentEndpoints(model).AddTo(routes);
        new ConnectionEndpoints(model).AddTo(routes);
        new ExportEndpoints(options, model, baseUrl).AddTo(routes);
        new UserRoleWrites(model).AddTo(routes);
        new PermissionWrites(model).AddTo(routes);
        new OrganizationWrites(model).AddTo(routes);
        new GroupRoleWrites(options, model).AddTo(routes);
        new RoleDeletion(model).AddTo(routes);
        new AccountWrites(options, model).AddTo(routes);
        new LogEndpoints(model).AddTo(routes);
        var control = new RouteTable();
        var dialects = new DialectTenant(options, model);
        new ControlEndpoints(model, truth, log, limits, tokens, dialects, churn).AddTo(control);
        var dispatcher = new Dispatcher(options, routes, control, tokens, limits, new DialectLayer(options, dialects), churn, log);
        _now = new Opened(dispatcher, truth, audience, tokenEndpoint, model);
        _opened.SetResult(_now);
    }

    // A request may come in between listening and knowing the address.
    public async Task HandleAsync(HttpContext context) => await (await _opened.Task).Dispatcher.HandleAsync(context);

    public void Dispose() => _now?.TokenEndpoint.Dispose();

    private sealed record Opened(Dispatcher Dispatcher, TenantTruth Truth, string Audience, TokenEndpoint TokenEndpoint, TenantModel Model);
}
