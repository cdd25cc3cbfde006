namespace Auth0Connector.Cli.Lists;

/// <summary>A column of a list.</summary>
/// <param name="Key">Its name for <c>--columns</c> and <c>--sort</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">The text of a row in it.</param>
/// <param name="IsShown">Whether it is shown without being asked for.</param>
internal sealed record ListColumn<T>(string Key, string Title, Func<T, string> Text, bool IsShown = true);
