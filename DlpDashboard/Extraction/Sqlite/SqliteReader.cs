using System.Globalization;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>
/// Reads SQLite databases: each table a segment, each value a line. Not read: what was deleted and the free pages, bytes that are no text, and changes that are still in a
/// log beside the file.
/// </summary>
internal sealed class SqliteReader : IFormatReader
{
    private const int MaxTables = 10_000;
    private const int MaxSql = 256 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var file = await content.SeekableAsync(cancellationToken);
        if (file is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The database is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                content.Kind);
        }

        using var record = new BudgetedBuffer(content.Budget);
        try
        {
            var pages = new SqlitePages(file, SqliteHeader.Read(content.Head.Span));
            return await ReadTablesAsync(content, pages, new SqliteTable(pages, record), cancellationToken);
        }
        catch (InvalidDataException)
        {
            return new ContentOutcome(ExtractionState.Failed, "The SQLite database is damaged: its head cannot be read.", content.Kind);
        }
        catch (DecoderStopException stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop.Message, content.Kind);
        }
    }

    private static async ValueTask<ContentOutcome> ReadTablesAsync(FormatContent content, SqlitePages pages, SqliteTable table, CancellationToken cancellationToken)
    {
        var tables = new List<(string Name, uint Root, SqliteColumns Columns)>();
        await table.ReadAsync(1, (_, record) => AddTable(tables, record, pages.Header.Encoding), cancellationToken);
        var (damaged, cut) = (table.Damaged, 0);
        if (damaged > 0 && tables.Count == 0)
        {
            return new ContentOutcome(ExtractionState.Failed, "The SQLite database is damaged: its schema cannot be read.", content.Kind);
        }

        foreach (var (name, root, columns) in tables)
        {
            content.Text.Open(content.Entry);
            try
            {
                var writer = new RowWriter(content.Text, new SqlitePlaces(name, columns), columns, pages.Header.Encoding);
                await table.ReadAsync(root, writer.Write, cancellationToken);
            }
            finally
            {
                content.Text.Close();
            }

            (damaged, cut) = (damaged + table.Damaged, cut + table.CutRecords);
        }

        return damaged > 0
            ? new ContentOutcome(ExtractionState.Partial, string.Create(CultureInfo.InvariantCulture, $"The SQLite database is damaged: {damaged:N0} of its pages or rows could not be read."), content.Kind)
            : cut > 0
                ? new ContentOutcome(ExtractionState.Partial, string.Create(CultureInfo.InvariantCulture, $"{cut:N0} rows are larger than 8 MB: only their beginnings were read."), content.Kind)
                : ContentOutcome.Scanned(content.Kind);
    }

    // sqlite_schema: type, name, table, root page, statement.
    private static void AddTable(List<(string Name, uint Root, SqliteColumns Columns)> tables, ReadOnlySpan<byte> record, int encoding)
    {
        var values = new SqliteRecord(record);
        var isTable = values.Next(out var type) && SqliteRecord.TextOf(type, encoding) == "table";
        if (!isTable || tables.Count == MaxTables || !values.Next(out var name) || !values.Next(out _) || !values.Next(out var root) || values.Type is 0 or > 9)
        {
            return;
        }

        var page = values.Type is 8 or 9 ? values.Type - 8 : SqliteRecord.NumberOf(root);
        if (page is > 1 and <= uint.MaxValue)
        {
            var sql = values.Next(out var statement) ? SqliteRecord.TextOf(statement[..Math.Min(statement.Length, MaxSql)], encoding) : "";
            tables.Add((SafeText.Of(SqliteRecord.TextOf(name, encoding)), (uint)page, SqliteColumns.Read(sql)));
        }
    }

    /// <summary>Writes the rows of one table.</summary>
    private sealed class RowWriter(PlacedTextWriter text, SqlitePlaces places, SqliteColumns columns, int encoding)
    {
        private long _rows;

        public void Write(long rowId, ReadOnlySpan<byte> record)
        {
            _rows++;
            var row = columns.HasRowId ? rowId : _rows;
            var values = new SqliteRecord(record);
            for (var column = 0; values.Next(out var value); column++)
            {
                text.Place(places, row, column);
                if (column == columns.RowId && values.Type == 0)
                {
                    text.Append(row.ToString(CultureInfo.InvariantCulture));
                    text.Append("\n"u8);
                }
                else
                {
                    values.Write(value, encoding, text);
                }
            }
        }
    }
}
