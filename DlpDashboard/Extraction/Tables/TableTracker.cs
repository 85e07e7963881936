using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Tables;

/// <summary>Rows and columns of a table.</summary>
internal sealed class TableTracker : Tracker<TablePlace>
{
    /// <summary>The table's form, found at its start.</summary>
    public TableDialect Dialect { get; private set; } = TableDialect.None;

    /// <summary>Begins a table.</summary>
    public void Open(TableDialect dialect)
    {
        Reset();
        Dialect = dialect;
    }

    /// <summary>Writes the place after <paramref name="from"/> into the block that follows it.</summary>
    public void Cross(TextBlock from, TextBlock to) => to.Table = PlaceAtEnd(from);

    /// <summary>The column's name over a byte; empty in the header row and where there is none.</summary>
    public ReadOnlySpan<byte> KeyAt(TextBlock block, int position)
    {
        var place = PlaceAt(block, position);
        return place.Row == 0 ? default : Dialect.NameOf(place.Column);
    }

    /// <summary>
    /// <c>rows[n].column</c>: n is the number of the data row from 1 (0 is the header row); a column without a name is <c>column3</c>.
    /// </summary>
    public string PathAt(TextBlock block, int position)
    {
        var place = PlaceAt(block, position);
        var name = Dialect.NameOf(place.Column);
        var row = Dialect.HasHeader ? place.Row : place.Row + 1;
        return name.IsEmpty ? $"rows[{row}].column{place.Column + 1}" : $"rows[{row}].{SafeText.Of(name)}";
    }

    /// <inheritdoc/>
    protected override TablePlace Load(TextBlock block) => block.Table;

    /// <inheritdoc/>
    protected override void Advance(ref TablePlace place, ReadOnlySpan<byte> source, int from, int to) =>
        place.Advance(source[from..to], Dialect.Delimiter);
}
