namespace DlpDashboard.Storage.Measuring;

/// <summary>The extension of a key: what follows the last dot of its last part, where that is 1 to 16 ASCII letters and digits. <c>.profile</c> has none.</summary>
public static class FileExtension
{
    /// <summary>Longest one.</summary>
    public const int MaxLength = 16;

    /// <summary>Writes it in lower case.</summary>
    /// <param name="key">Any text.</param>
    /// <param name="target">At least <see cref="MaxLength"/> long.</param>
    /// <returns>Its length; 0 where there is none.</returns>
    public static int Write(ReadOnlySpan<char> key, Span<char> target)
    {
        var name = key[(key.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 ? name[(dot + 1)..] : [];
        if (extension.Length is 0 or > MaxLength)
        {
            return 0;
        }

        for (var at = 0; at < extension.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(extension[at]))
            {
                return 0;
            }

            target[at] = char.ToLowerInvariant(extension[at]);
        }

        return extension.Length;
    }
}
