using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Lists;

/// <summary>How a list is shown, checked against its columns.</summary>
internal sealed record ListOptions<T>(ListForm Form, IReadOnlyList<ListColumn<T>> Columns, ListColumn<T>? Sort, bool IsDescending, int? Limit)
{
    /// <summary>Reads the settings of a list.</summary>
    public static ListOptions<T> Read(ResolvedSettings settings, ListShape<T> shape)
    {
        var asked = settings.List(ListFlags.Columns);
        var form = ListForms.Read(settings);
        if (asked.Count > 0 && form is (ListForm.Json or ListForm.JsonLines))
        {
            throw new UsageException($"--columns: has no meaning for {settings.Choice(ListFlags.Output)}, which always has everything; give table, csv or markdown");
        }

        IReadOnlyList<ListColumn<T>> columns = asked switch
        {
            [] => [.. shape.Columns.Where(column => column.IsShown)],
            [var one] when one.Equals("all", StringComparison.OrdinalIgnoreCase) => shape.Columns,
            _ => [.. asked.Select(name => Find(shape, ListFlags.Columns, name))],
        };
        var sort = settings.Text(ListFlags.Sort);
        var isDescending = sort?.StartsWith('-') ?? false;
        return new ListOptions<T>(
            form,
            columns,
            sort is null ? null : Find(shape, ListFlags.Sort, sort.TrimStart('-', '+')),
            isDescending,
            settings.Given(ListFlags.Limit) is null ? null : settings.Number(ListFlags.Limit));
    }

    private static ListColumn<T> Find(ListShape<T> shape, SettingDefinition setting, string name)
    {
        var keys = shape.Columns.Select(column => column.Key).ToList();
        return shape.Columns.FirstOrDefault(column => column.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"--{setting.Name}: there is no column '{Printable.Short(name)}'; give {string.Join(", ", keys)}");
    }
}
