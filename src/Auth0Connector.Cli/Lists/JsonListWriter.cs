using Auth0Connector.Cli.Output;

namespace Auth0Connector.Cli.Lists;

/// <summary>A list as one JSON object in the ecosystem's shape, or as one object a line.</summary>
internal static class JsonListWriter
{
    /// <summary>One object with one array; without rows it is <c>{}</c>, as the ecosystem's reader prints it.</summary>
    public static void WriteWhole<T>(ResultStream stream, ListShape<T> shape, IEnumerable<T> rows)
    {
        using var json = new JsonText();
        json.Writer.WriteStartObject();
        var isOpen = false;
        foreach (var row in rows)
        {
            if (!isOpen)
            {
                json.Writer.WriteStartArray(shape.Name);
                isOpen = true;
            }

            json.Writer.WriteStartObject();
            shape.WriteJson(json.Writer, row);
            json.Writer.WriteEndObject();
            stream.Write(json.Take());
            stream.EndRow();
        }

        if (isOpen)
        {
            json.Writer.WriteEndArray();
        }

        json.Writer.WriteEndObject();
        stream.Line(json.Take());
    }

    /// <summary>Each row as an object on a line of its own.</summary>
    public static void WriteLines<T>(ResultStream stream, ListShape<T> shape, IEnumerable<T> rows)
    {
        using var json = new JsonText();
        foreach (var row in rows)
        {
            json.Writer.WriteStartObject();
            shape.WriteJson(json.Writer, row);
            json.Writer.WriteEndObject();
            stream.Line(json.Take());
            stream.EndRow();
            json.Reset();
        }
    }
}
