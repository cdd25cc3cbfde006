using System.Globalization;

namespace Auth0Connector.ObjectStore.Signing;

/// <summary>Where and when a signature counts.</summary>
/// <param name="Region">The region.</param>
/// <param name="Service">The service, such as <c>s3</c>.</param>
/// <param name="Now">The time.</param>
internal sealed record SigningScope(string Region, string Service, DateTimeOffset Now)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}/{Region}/{Service}/aws4_request";
}
