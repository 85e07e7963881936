using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sql;

/// <summary>What stands outside of rows: the line in the dump.</summary>
internal sealed class SqlLines : IPlaceNames
{
    /// <summary>The one there need be.</summary>
    public static readonly SqlLines Instance = new();

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new((int)Math.Min(major, int.MaxValue), Entry: entry);
}
