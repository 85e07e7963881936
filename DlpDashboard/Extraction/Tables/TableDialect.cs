namespace DlpDashboard.Extraction.Tables;

/// <summary>A table's delimiter and its columns' names.</summary>
/// <param name="delimiter">One of <c>, ; TAB |</c>.</param>
/// <param name="names">UTF-8 names from the header row, in order; empty without one.</param>
internal sealed class TableDialect(byte delimiter, byte[][] names)
{
    /// <summary>No table.</summary>
    public static readonly TableDialect None = new(0, []);

    /// <summary>Between fields.</summary>
    public byte Delimiter { get; } = delimiter;

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader => names.Length > 0;

    /// <summary>The content kind: <c>tsv</c> for tabs, else <c>csv</c>.</summary>
    public string Kind => Delimiter == (byte)'\t' ? "tsv" : "csv";

    /// <summary>The name of a column, from 0; empty where it has none.</summary>
    public ReadOnlySpan<byte> NameOf(int column) => (uint)column < (uint)names.Length ? names[column] : default;
}
