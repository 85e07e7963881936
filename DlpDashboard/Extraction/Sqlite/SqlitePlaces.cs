using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>Rows of one table: <c>customers.card rowid 7</c>; where rows have no numbers, the how manyth it is as the pages are read: <c>customers.card row 7</c>.</summary>
internal sealed class SqlitePlaces(string table, SqliteColumns columns) : IPlaceNames
{
    private readonly byte[][] _keys = [.. columns.Names.Select(Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => minor < _keys.Length ? _keys[minor] : default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry)
    {
        var column = minor < columns.Names.Count ? columns.Names[(int)minor] : $"column{minor + 1}";
        return new TextLocation(
            Path: string.Create(CultureInfo.InvariantCulture, $"{table}.{column} {(columns.HasRowId ? "rowid" : "row")} {major}"),
            Entry: entry);
    }
}
