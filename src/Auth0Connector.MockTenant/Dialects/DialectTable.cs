namespace Auth0Connector.MockTenant.Dialects;

/// <summary>Every dialect, in the order in which they change an answer: questions, rows and fields, pages, whole answers.</summary>
internal static class DialectTable
{
    public static IReadOnlyList<Dialect> All { get; } =
    [
        .. RoleDialects.All,
        .. SearchDialects.All,
        .. FieldDialects.All,
        .. PageDialects.All,
        .. TotalDialects.All,
        .. CursorDialects.All,
        .. EndlessCursorDialects.All,
        .. ExportDialects.All,
        .. TokenDialects.All,
        .. RefusalDialects.All,
        .. AnswerDialects.All,
        .. BodyDialects.All,
    ];
}
