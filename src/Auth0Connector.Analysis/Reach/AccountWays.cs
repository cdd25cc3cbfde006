namespace Auth0Connector.Analysis.Reach;

/// <summary>How one account reaches what it reaches.</summary>
public sealed class AccountWays
{
    private readonly WayTree<int> _tree;

    internal AccountWays(WayTree<int> tree) => _tree = tree;

    /// <summary>A shortest way, what is held directly first and the right itself last, and how many steps of its middle are left out.</summary>
    public (IReadOnlyList<int> Steps, int Omitted) To(int right) => _tree.Has(right) ? _tree.WayTo(right) : ([], 0);
}
