using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Paging;

namespace Auth0Connector.Provisioning.Access;

/// <summary>Reads from a listing whether something is held.</summary>
internal static class Holding
{
    /// <summary>Whether one of a listing is it; a listing without it has to be whole.</summary>
    public static async Task<bool> HaveAsync<T>(this IAsyncEnumerable<ApiPage<T>> pages, Func<T, bool> isIt, CancellationToken cancellationToken)
    {
        await foreach (var page in pages.DemandEvidenceAsync(cancellationToken))
        {
            if (page.Items.Any(isIt))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same where a listing that is not found holds nothing.</summary>
    public static async Task<bool> HaveIfFoundAsync<T>(this IAsyncEnumerable<ApiPage<T>> pages, Func<T, bool> isIt, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.HaveAsync(isIt, cancellationToken);
        }
        catch (ManagementApiException absent) when (absent.Kind == ManagementApiErrorKind.NotFound)
        {
            return false;
        }
    }
}
