using System.Globalization;

namespace Auth0Connector.Analysis.Reach;

/// <summary>A way in words, the steps that are left out of a long one counted in the middle.</summary>
public static class WayWords
{
    /// <summary>Puts the count of what is left out where it is left out.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> steps, int omitted) =>
        steps.SelectMany((step, index) => omitted > 0 && index == WayTree<int>.End
            ? new[] { string.Create(CultureInfo.InvariantCulture, $"… {omitted:N0} more …"), step }
            : [step]);
}
