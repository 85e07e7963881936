using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>The footer of a Parquet file: its columns, and its row groups one after the other, so that a file of many costs no memory.</summary>
internal sealed class ParquetFooter
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _position;
    private int _groupsLeft;

    /// <summary>Reads all but the row groups.</summary>
    public ParquetFooter(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        var cursor = new ThriftCursor(bytes.Span);
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            switch (id)
            {
                case 2 when kind == ThriftKind.List:
                    Columns = ParquetSchema.Read(ref cursor);
                    break;
                case 4 when kind == ThriftKind.List:
                    var start = cursor.Position;
                    (_groupsLeft, var of) = cursor.List();
                    Damage.Unless(of == ThriftKind.Struct || _groupsLeft == 0);
                    _position = cursor.Position;
                    cursor = new ThriftCursor(bytes.Span, start);
                    cursor.Skip(kind);
                    break;
                default:
                    cursor.Skip(kind);
                    break;
            }
        }
    }

    /// <summary>The columns with values, in the order of each row group's chunks.</summary>
    public List<ParquetColumn> Columns { get; private set; } = [];

    /// <summary>Reads the next row group; false behind the last.</summary>
    public bool TryReadGroup(out List<ParquetChunk> chunks, out long rows)
    {
        (chunks, rows) = ([], 0);
        if (_groupsLeft == 0)
        {
            return false;
        }

        _groupsLeft--;
        var cursor = new ThriftCursor(_bytes.Span, _position);
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            if (id == 1 && kind == ThriftKind.List)
            {
                var (count, of) = cursor.List();
                Damage.Unless(of == ThriftKind.Struct && count == Columns.Count);
                for (var i = 0; i < count; i++)
                {
                    chunks.Add(ReadChunk(ref cursor));
                }
            }
            else if (id == 3)
            {
                rows = cursor.Int();
            }
            else
            {
                cursor.Skip(kind);
            }
        }

        Damage.Unless(rows >= 0);
        _position = cursor.Position;
        return true;
    }

    private static ParquetChunk ReadChunk(ref ThriftCursor cursor)
    {
        var chunk = default(ParquetChunk);
        var hasMetadata = false;
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            switch (id)
            {
                case 1:
                    chunk = chunk with { IsElsewhere = !cursor.Binary().IsEmpty };
                    break;
                case 3 when kind == ThriftKind.Struct:
                    chunk = ReadMetadata(ref cursor, chunk);
                    hasMetadata = true;
                    break;
                case 8:
                    chunk = chunk with { IsEncrypted = true };
                    cursor.Skip(kind);
                    break;
                default:
                    cursor.Skip(kind);
                    break;
            }
        }

        return hasMetadata ? chunk : chunk with { IsEncrypted = true };
    }

    private static ParquetChunk ReadMetadata(ref ThriftCursor cursor, ParquetChunk chunk)
    {
        long data = 0;
        long dictionary = 0;
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            switch (id)
            {
                case 4:
                    chunk = chunk with { Codec = cursor.Int32() };
                    break;
                case 5:
                    chunk = chunk with { Values = cursor.Int() };
                    break;
                case 7:
                    chunk = chunk with { Size = cursor.Int() };
                    break;
                case 9:
                    data = cursor.Int();
                    break;
                case 11:
                    dictionary = cursor.Int();
                    break;
                default:
                    cursor.Skip(kind);
                    break;
            }
        }

        return chunk with { Offset = dictionary > 0 && dictionary < data ? dictionary : data };
    }
}
