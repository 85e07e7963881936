using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Rows from 1 over the whole file, and columns: <c>rows[7].customer.card</c>.</summary>
internal sealed class ParquetPlaces(List<ParquetColumn> columns) : IPlaceNames
{
    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => columns[(int)minor].Path;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) =>
        new(Path: string.Create(CultureInfo.InvariantCulture, $"rows[{major}].{Encoding.UTF8.GetString(columns[(int)minor].Path)}"), Entry: entry);
}
