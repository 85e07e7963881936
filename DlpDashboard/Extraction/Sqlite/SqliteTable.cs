using System.Buffers.Binary;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>Walks the pages of one table's tree (1.6) and gives each record, those on several pages put together.</summary>
internal sealed class SqliteTable(SqlitePages pages, BudgetedBuffer record)
{
    // What is longer is read as far as this.
    private const int MaxRecord = 8 * 1024 * 1024;
    private const int MaxWaiting = 1_000_000;

    private readonly byte[] _page = new byte[pages.Header.PageSize];
    private readonly byte[] _scratch = new byte[pages.Header.PageSize];
    private readonly Stack<uint> _waiting = new();

    /// <summary>Takes one record.</summary>
    public delegate void RecordTaker(long rowId, ReadOnlySpan<byte> record);

    /// <summary>Records that were longer than what is kept of one.</summary>
    public int CutRecords { get; private set; }

    /// <summary>Pages and records that are damaged.</summary>
    public int Damaged { get; private set; }

    /// <summary>Reads a tree from its root.</summary>
    public async ValueTask ReadAsync(uint root, RecordTaker take, CancellationToken cancellationToken)
    {
        (CutRecords, Damaged) = (0, 0);
        _waiting.Clear();
        _waiting.Push(root);
        while (_waiting.TryPop(out var page))
        {
            if (!pages.Has(page))
            {
                Damaged++;
                continue;
            }

            try
            {
                await pages.ReadAsync(page, _page, cancellationToken);
                await ReadPageAsync(page, take, cancellationToken);
            }
            catch (InvalidDataException)
            {
                Damaged++;
            }
        }
    }

    private async ValueTask ReadPageAsync(uint number, RecordTaker take, CancellationToken cancellationToken)
    {
        var head = number == 1 ? SqliteHeader.Size : 0;
        var kind = _page[head];
        Damage.Unless(kind is 2 or 5 or 10 or 13);
        var isInner = kind is 2 or 5;
        var isTable = kind is 5 or 13;
        var count = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(head + 3));
        var cells = head + (isInner ? 12 : 8);
        Damage.Unless(cells + (count * 2) <= pages.Header.Usable);
        if (isInner)
        {
            PushChildren(head, cells, count);
        }

        for (var i = 0; i < count && (!isInner || !isTable); i++)
        {
            var at = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(cells + (2 * i))) + (isInner ? 4 : 0);
            await ReadCellAsync(at, isTable, take, cancellationToken);
        }
    }

    // The last first, so that the first is read first.
    private void PushChildren(int head, int cells, int count)
    {
        Damage.Unless(_waiting.Count < MaxWaiting);
        _waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(_page.AsSpan(head + 8)));
        for (var i = count - 1; i >= 0; i--)
        {
            var at = BinaryPrimitives.ReadUInt16BigEndian(_page.AsSpan(cells + (2 * i)));
            Damage.Unless(at + 4 <= pages.Header.Usable);
            _waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(_page.AsSpan(at)));
        }
    }

    private async ValueTask ReadCellAsync(int at, bool isTable, RecordTaker take, CancellationToken cancellationToken)
    {
        try
        {
            var cell = SqliteCell.Read(_page, at, pages.Header.Usable, isTable);
            if (cell.Overflow == 0)
            {
                take(cell.RowId, _page.AsSpan(cell.At, cell.Local));
                return;
            }

            // No more memory than the file has bytes, whatever the cell says.
            var length = (int)Math.Min(cell.Total, Math.Min(MaxRecord, pages.Length));
            CutRecords += length < cell.Total ? 1 : 0;
            var bytes = record.Take(length);
            var local = Math.Min(cell.Local, length);
            _page.AsSpan(cell.At, local).CopyTo(bytes);
            await pages.ReadOverflowAsync(cell.Overflow, _scratch, bytes.AsMemory(local, length - local), cancellationToken);
            take(cell.RowId, bytes.AsSpan(0, length));
        }
        catch (InvalidDataException)
        {
            Damaged++;
        }
    }
}
