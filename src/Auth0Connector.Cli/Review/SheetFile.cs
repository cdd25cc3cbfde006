using Auth0Connector.Cli.Run;
using Auth0Connector.Cli.Settings;
using Auth0Connector.Cli.Shell;
using Auth0Connector.Tables;
using Auth0Connector.Tables.Decisions;

namespace Auth0Connector.Cli.Review;

/// <summary>Reads the sheet of decisions that a command line names, for looking at it and for carrying it out alike.</summary>
internal static class SheetFile
{
    private const int MostBytes = 256 * 1024 * 1024;

    /// <summary>The sheet.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="label">How a message begins.</param>
    public static DecisionSheet Read(string path, string label)
    {
        try
        {
            return DecisionSheet.Read(SettingFile.ReadBytes(path, label, "the sheet of decisions", MostBytes));
        }
        catch (SheetException wrong)
        {
            throw new UsageException($"{label}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Says what a sheet left open because its lines end too soon.</summary>
    public static void TellShort(Session session, DecisionSheet sheet)
    {
        if (sheet.Short is [var first, ..])
        {
            var more = sheet.Short.Count > 1 ? $" and {sheet.Short.Count - 1} more" : string.Empty;
            session.Consoles.WriteError($"note: {Printable.Of(first)}{more} of the sheet ends before the column of decisions, so nothing is decided there");
        }
    }
}
