namespace Auth0Connector.ManagementApi.Paging;

/// <summary>A way of reading a listing; where the tenant does not answer in the form that was asked for, the next one is tried.</summary>
internal enum ListingWay
{
    /// <summary><c>take</c> and <c>from</c>, to the end mark.</summary>
    Checkpoint,

    /// <summary><c>page</c> and <c>per_page</c>, until two readings agree.</summary>
    Numbers,

    /// <summary>The first page by number, which for all but large lists is the whole in one request.</summary>
    SinglePage,
}
