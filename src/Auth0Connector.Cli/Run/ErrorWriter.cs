using Auth0Connector.AccessFile.Failures;
using Auth0Connector.Cli.Logging;
using Auth0Connector.Cli.Output;
using Auth0Connector.Cli.Shell;

namespace Auth0Connector.Cli.Run;

/// <summary>Writes an error: last on standard error as text or JSON, and as JSON at the end of the log's file.</summary>
internal static class ErrorWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="session">The run.</param>
    /// <param name="error">The error.</param>
    /// <param name="trace">The failure whose stack trace is to be shown too.</param>
    public static void Write(Session session, PresentedError error, Exception? trace)
    {
        var json = Json(session, error, trace);
        Append(session, error, json);
        if (session.ErrorsAreJson)
        {
            session.Consoles.WriteError(json);
            return;
        }

        session.Consoles.WriteError($"error: {Shown(session, error.Line)}");
        if (trace is not null)
        {
            session.Consoles.WriteError(session.Mask.Apply(trace.ToString()));
        }
    }

    /// <summary>A line of the log, with what a program needs beside it (schema <c>error</c>).</summary>
    private static string Json(Session session, PresentedError error, Exception? trace)
    {
        var mask = session.Mask;
        using var text = new JsonText();
        var json = text.Writer;
        json.WriteStartObject();
        json.WriteString("level", "error");
        json.WriteNumber("ts", session.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000m);
        json.WriteString("msg", Shown(session, error.Message));
        json.WriteNumber("code", error.ExitCode);
        json.WriteString("class", error.Class.Word);
        json.WriteString("hint", error.Hint is null ? null : Shown(session, error.Hint));
        if (session.Resumes is { } resumes)
        {
            json.WriteBoolean("resumes", resumes);
        }

        if (trace is not null)
        {
            json.WriteString("trace", mask.Apply(trace.ToString()));
        }

        json.WriteEndObject();
        return mask.Apply(text.Take());
    }

    // What lies in an object store is named as the person named it, and no secret is shown.
    private static string Shown(Session session, string text) => session.Mask.Apply(Printable.Of(session.Host.Remote.In(text)));

    /// <summary>The log is closed by now, so its file is opened once more.</summary>
    private static void Append(Session session, PresentedError error, string json)
    {
        if (session.LogPath is not { } path)
        {
            return;
        }

        try
        {
            using var file = LogFile.Open(path, session.Consoles);
            file.WriteLine(json);
        }
        catch (AccessFileException failure)
        {
            // Said once: where this is what the error is about, it follows on standard error.
            if (error.Line != failure.Message)
            {
                session.Consoles.WriteError(session.Mask.Apply($"warning: {Printable.Of(failure.Message)}"));
            }
        }
    }
}
