using System.Text.Json;

namespace Auth0Connector.Cli.Lists;

/// <summary>What a list looks like in every form.</summary>
/// <param name="Name">The name of its array in the ecosystem's JSON.</param>
/// <param name="Columns">Its columns, shown ones and others.</param>
/// <param name="WriteJson">Writes the fields of a row in the ecosystem's shape.</param>
internal sealed record ListShape<T>(string Name, IReadOnlyList<ListColumn<T>> Columns, Action<Utf8JsonWriter, T> WriteJson);
