using Auth0Connector.MockTenant.Limits;

namespace Auth0Connector.MockTenant.Http;

/// <summary>A handful of templates, matched segment by segment.</summary>
internal sealed class RouteTable
{
    private readonly List<Route> _routes = [];

    public void Get(string template, ScopeRule scopes, Action<ApiCall> handle, LimitGroup group = LimitGroup.Other) =>
        Add(new Route("GET", template, scopes, group, (call, _) => RunAsync(handle, call)));

    public void Add(Route route) => _routes.Add(route);

    /// <summary>Finds the endpoint and the values of its parameters.</summary>
    public (Route Route, IReadOnlyList<string> Values)? Find(string method, IReadOnlyList<string> segments, int skip)
    {
        foreach (var route in _routes)
        {
            if (string.Equals(route.Method, method, StringComparison.Ordinal) && Match(route, segments, skip) is { } values)
            {
                return (route, values);
            }
        }

        return null;
    }

    private static List<string>? Match(Route route, IReadOnlyList<string> segments, int skip)
    {
        if (segments.Count - skip != route.Segments.Length)
        {
            return null;
        }

        List<string>? values = null;
        for (var index = 0; index < route.Segments.Length; index++)
        {
            var actual = segments[index + skip];
            if (route.Segments[index].StartsWith('{'))
            {
                (values ??= []).Add(actual);
            }
            else if (!string.Equals(route.Segments[index], actual, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values ?? [];
    }

    private static Task RunAsync(Action<ApiCall> handle, ApiCall call)
    {
        handle(call);
        return Task.CompletedTask;
    }
}
