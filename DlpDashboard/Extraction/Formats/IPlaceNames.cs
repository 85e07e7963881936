using DlpDashboard.Detection;

namespace DlpDashboard.Extraction.Formats;

/// <summary>
/// Says in words where a run of text stands, only when asked: a reader marks its text with two numbers (row and column, page and line)
/// and this turns them into a location and a key.
/// </summary>
internal interface IPlaceNames
{
    /// <summary>The key over the text as UTF-8: a column's name, an element's, a variable's. Empty where there is none. Valid until the next call.</summary>
    ReadOnlySpan<byte> KeyOf(long major, long minor);

    /// <summary>Where the text stands.</summary>
    /// <param name="major">The first number it was marked with.</param>
    /// <param name="minor">The second.</param>
    /// <param name="entry">The entry of the content, or null.</param>
    TextLocation LocationOf(long major, long minor, string? entry);
}
