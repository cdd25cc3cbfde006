using System.Runtime.CompilerServices;
using Auth0Connector.ManagementApi.Failures;

namespace Auth0Connector.ManagementApi.Paging;

/// <summary>For who concludes something from what a listing does not hold.</summary>
public static class ProvenPages
{
    /// <summary>The pages of a listing, which fails where nothing shows that it is whole.</summary>
    /// <exception cref="ManagementApiException">The listing ended without evidence (<see cref="ManagementApiErrorKind.Unproven"/>).</exception>
    public static async IAsyncEnumerable<ApiPage<T>> DemandEvidenceAsync<T>(
        this IAsyncEnumerable<ApiPage<T>> pages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            yield return page;
            if (page.End?.Doubt is { } doubt)
            {
                throw new ManagementApiException(ManagementApiErrorKind.Unproven, doubt);
            }
        }
    }
}
