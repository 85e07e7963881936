using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sql;

/// <summary>Rows of one table as a statement names its columns: <c>customers rows[7].card</c> and the line in the dump.</summary>
/// <param name="name">The table.</param>
/// <param name="columns">Its columns; those that are missing are named by their number.</param>
internal sealed class SqlTable(string name, IReadOnlyList<string> columns) : IPlaceNames
{
    private const int ColumnBits = 12;

    private readonly byte[][] _keys = [.. columns.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The table's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>A place's second number: a column and a line.</summary>
    public static long PlaceOf(int column, long line) => (line << ColumnBits) + Math.Min(column, (1 << ColumnBits) - 1);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => ColumnOf(minor) is var column && column < _keys.Length ? _keys[column] : default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry)
    {
        var column = ColumnOf(minor);
        var text = column < Columns.Count ? Columns[column] : $"column{column + 1}";
        return new TextLocation(
            (int)Math.Min(minor >> ColumnBits, int.MaxValue), Path: string.Create(CultureInfo.InvariantCulture, $"{Name} rows[{major}].{text}"), Entry: entry);
    }

    private static int ColumnOf(long minor) => (int)(minor & ((1 << ColumnBits) - 1));
}
