namespace DlpDashboard.Scans.Planning;

/// <summary>Names that tell a kind of content which is not read: some pictures, films, sounds, fonts, programs. A guess by name; a scan looks at the bytes.</summary>
internal static class UnreadNames
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gif", ".bmp", ".ico", ".heic", ".psd",
        ".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".mpg",
        ".mp3", ".m4a", ".wav", ".flac", ".ogg", ".aac",
        ".woff", ".woff2", ".ttf", ".otf",
        ".exe", ".dll", ".so", ".dylib", ".class", ".wasm", ".iso", ".dmg",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the key's name tells so.</summary>
    public static bool Tells(string key) => Lookup.Contains(Path.GetExtension(key.AsSpan()));
}
