using System.Globalization;
using DlpDashboard.Findings;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>Words of a scan's results.</summary>
internal static class ScanText
{
    private static readonly string[] States = [.. Enum.GetNames<ObjectState>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    /// <summary>A state as outside systems read it: <c>tooLarge</c>.</summary>
    public static string NameOf(ObjectState state) => States[(int)state];

    /// <summary>Hostile text for a terminal: nothing in it is obeyed, and the reading direction stays.</summary>
    public static string Plain(string text) => text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? '\uFFFD' : c)) : text;

    /// <summary>A sample's place for people: <c>entry line:column path</c>.</summary>
    public static string PlaceOf(FindingSample sample)
    {
        var location = sample.Location;
        var line = location.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}:{location.Column}") : null;
        return string.Join(' ', new[] { location.Entry, line, location.Path }.Where(part => part is not null));
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
