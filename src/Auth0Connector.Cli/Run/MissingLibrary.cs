namespace Auth0Connector.Cli.Run;

/// <summary>A library that belongs beside the program and is not there.</summary>
internal static class MissingLibrary
{
    /// <summary>What to say of it; <see langword="null"/> where the failure is another.</summary>
    public static string? Describe(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DllNotFoundException)
            {
                return $"{FileName(failure.Message)} is missing beside the program, in {AppContext.BaseDirectory}, or cannot be loaded; copy all files of the program to one folder, not the program alone";
            }
        }

        return null;
    }

    // The system's message names the library in its first quotes, mostly without what this system puts around it.
    private static string FileName(string message)
    {
        var name = Path.GetFileName(message.Split('\'') is [_, var quoted, ..] ? quoted : "e_sqlite3");
        if (OperatingSystem.IsWindows())
        {
            return name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? name : name + ".dll";
        }

        var extension = OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        var begun = name.StartsWith("lib", StringComparison.Ordinal) ? name : "lib" + name;
        return begun.Contains(extension, StringComparison.Ordinal) ? begun : begun + extension;
    }
}
