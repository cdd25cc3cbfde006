using System.Text.Json;
using Auth0Connector.ManagementApi.Failures;
using Auth0Connector.ManagementApi.Records;
using Auth0Connector.ManagementApi.Requests;
using Auth0Connector.ManagementApi.Writes;

namespace Auth0Connector.ManagementApi;

/// <content>Changes (API reference, section 5).</content>
public sealed partial class ManagementApiClient
{
    /// <summary>Makes a change.</summary>
    /// <exception cref="ManagementApiException">The tenant refuses it, or cannot be reached.</exception>
    public async Task<WriteReceipt> SendAsync(ApiWrite write, CancellationToken cancellationToken)
    {
        var (receipt, _) = await _transport.SendAsync(
            ApiRequest.Of(write),
            static (body, response) =>
            {
                // Mostly 204 and empty; a page of a proxy with status 200 is not the tenant's word that it was done.
                var json = new Utf8JsonReader(body, isFinalBlock: body.Length > 0, state: default);
                while (json.Read())
                {
                }

                return new WriteReceipt(response.Headers.TryGetValues("x-auth0-requestid", out var ids) ? ids.FirstOrDefault() : null);
            },
            cancellationToken);
        return receipt;
    }

    /// <summary>Creates an account, once, and says who it is.</summary>
    /// <exception cref="ManagementApiException">
    /// With <see cref="ManagementApiException.IsUnclear"/> the account may exist all the same: look before asking again.
    /// </exception>
    public async Task<UserRecord> CreateUserAsync(AccountRequest account, CancellationToken cancellationToken)
    {
        var (created, _) = await _transport.SendAsync(
            ApiRequest.Of(ApiWrites.CreateUser(account)),
            static body => JsonSerializer.Deserialize(body, ManagementApiJson.Default.UserRecord) is { UserId: not null } user
                ? user
                : throw new JsonException("no user in the answer"),
            cancellationToken);
        return created;
    }
}
