namespace Auth0Connector.Sync.Tests.Resuming;

/// <summary>Damages one of the files of a run that was cut short, by a seed.</summary>
internal static class WorkingFileDamage
{
    private const int Page = 16384;
    private const int Kinds = 10;

    /// <summary>What was done, in words, and the files after it.</summary>
    /// <param name="files">The files by the end of their name.</param>
    /// <param name="others">Those that the same run had left in another phase.</param>
    /// <param name="random">Decides what is done.</param>
    public static (string What, Dictionary<string, byte[]> Files) Of(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, byte[]> others, Random random)
    {
        var damaged = files.ToDictionary(StringComparer.Ordinal);
        var name = files.Keys.Where(key => files[key].Length > 0).Order(StringComparer.Ordinal).ElementAt(random.Next(files.Values.Count(static bytes => bytes.Length > 0)));
        var bytes = files[name].ToArray();
        var kind = random.Next(Kinds);
        var first = random.Next(Math.Max(1, bytes.Length / Page)) * Page;
        var second = random.Next(Math.Max(1, bytes.Length / Page)) * Page;
        var length = Math.Min(Page, Math.Min(bytes.Length - first, bytes.Length - second));
        switch (kind)
        {
            case 0 or 1:
                for (var i = 0; i < 5; i++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                }

                break;
            case 2:
                bytes = FileMutation.Of(bytes, random);
                break;
            case 3:
                bytes.AsSpan(first, length).Clear();
                break;
            case 4:
                var page = bytes.AsSpan(first, length).ToArray();
                bytes.AsSpan(second, length).CopyTo(bytes.AsSpan(first));
                page.CopyTo(bytes.AsSpan(second));
                break;
            case 5:
                bytes.AsSpan(first, length).CopyTo(bytes.AsSpan(second));
                break;
            case 6:
                bytes = bytes[..random.Next(bytes.Length)];
                break;
            case 7:
                bytes = [.. bytes, .. bytes.AsSpan(0, random.Next(1, Math.Min(bytes.Length, 2 * Page)))];
                break;
            case 8:
                damaged.Remove(name);
                return ($"{name} removed", damaged);
            default:
                damaged[name] = others.GetValueOrDefault(name, []);
                return ($"{name} of another phase", damaged);
        }

        damaged[name] = bytes;
        return ($"{name} damaged in way {kind}", damaged);
    }
}
