namespace Auth0Connector.ObjectStore.Credentials;

/// <summary>The keys in use, renewed before they end.</summary>
/// <param name="sources">Where they come from.</param>
/// <param name="hide">Told of every secret before it is used.</param>
/// <param name="clock">The clock.</param>
internal sealed class CredentialKeeper(CredentialSources sources, Action<string> hide, TimeProvider clock)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private StoreCredentials? _current;

    /// <summary>Keys that are good for some minutes.</summary>
    public async Task<StoreCredentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is null || _current.Expires - clock.GetUtcNow() < Early)
        {
            _current = await sources.ReadAsync(cancellationToken);
            hide(_current.SecretKey);
            if (_current.SessionToken is { } token)
            {
                hide(token);
            }
        }

        return _current;
    }

    /// <summary>The store says that they have run out.</summary>
    public void Forget() => _current = null;
}
