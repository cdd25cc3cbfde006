namespace Auth0Connector.MockTenant.Search;

/// <summary>How many people match, and which come first: paging never reaches beyond 1000.</summary>
internal abstract record SearchResult(int Total)
{
    public abstract int At(int position);

    /// <summary>A run of indices, where nothing has to be looked through.</summary>
    internal sealed record Run(int First, int Total, bool Descending) : SearchResult(Total)
    {
        public override int At(int position) => Descending ? First + Total - 1 - position : First + position;
    }

    /// <summary>The people found, at most 1000 of them.</summary>
    internal sealed record Found(int[] Users, int Total) : SearchResult(Total)
    {
        public override int At(int position) => Users[position];
    }
}
