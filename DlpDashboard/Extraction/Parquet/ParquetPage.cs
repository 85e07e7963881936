using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>The head of a page.</summary>
internal sealed class ParquetPage
{
    private const int Data = 0;
    private const int Dictionary = 2;
    private const int DataV2 = 3;

    private int _kind;

    /// <summary>Whether it holds values.</summary>
    public bool IsData => _kind is Data or DataV2;

    /// <summary>Whether its levels stand before what is compressed.</summary>
    public bool IsV2 => _kind == DataV2;

    /// <summary>Whether it holds the dictionary.</summary>
    public bool IsDictionary => _kind == Dictionary;

    /// <summary>Bytes of its head.</summary>
    public int HeadSize { get; private set; }

    /// <summary>Bytes decompressed, levels counted.</summary>
    public int Size { get; private set; }

    /// <summary>Bytes in the file.</summary>
    public int Packed { get; private set; }

    /// <summary>Values, nulls counted.</summary>
    public int Values { get; private set; }

    /// <summary>How they are written.</summary>
    public int Encoding { get; private set; }

    /// <summary>How definition levels are written; 3 is the usual way.</summary>
    public int LevelEncoding { get; private set; } = 3;

    /// <summary>Bytes of the definition levels; version 2 only.</summary>
    public int DefinitionSize { get; private set; }

    /// <summary>Bytes of the repetition levels; version 2 only.</summary>
    public int RepetitionSize { get; private set; }

    /// <summary>Whether version 2's values are compressed.</summary>
    public bool IsCompressed { get; private set; } = true;

    /// <summary>Reads a head; damage where the bytes end before it does.</summary>
    public static ParquetPage Read(ReadOnlySpan<byte> bytes)
    {
        var page = new ParquetPage();
        var cursor = new ThriftCursor(bytes);
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            switch (id)
            {
                case 1:
                    page._kind = cursor.Int32();
                    break;
                case 2:
                    page.Size = cursor.Int32();
                    break;
                case 3:
                    page.Packed = cursor.Int32();
                    break;
                case 5 or 7 or 8 when kind == ThriftKind.Struct:
                    page.ReadKind(ref cursor, id);
                    break;
                default:
                    cursor.Skip(kind);
                    break;
            }
        }

        page.HeadSize = cursor.Position;
        Damage.Unless(page.Size >= 0 && page.Packed >= 0 && page.Values >= 0 && page.DefinitionSize >= 0 && page.RepetitionSize >= 0);
        Damage.Unless((long)page.DefinitionSize + page.RepetitionSize <= Math.Min(page.Size, page.Packed));
        return page;
    }

    // Field 5 is version 1's, 7 the dictionary's, 8 version 2's.
    private void ReadKind(ref ThriftCursor cursor, int of)
    {
        var isV2 = of == 8;
        for (var id = 0; cursor.Field(ref id, out var kind);)
        {
            switch (id)
            {
                case 1:
                    Values = cursor.Int32();
                    break;
                case 2 when !isV2:
                case 4 when isV2:
                    Encoding = cursor.Int32();
                    break;
                case 3 when of == 5:
                    LevelEncoding = cursor.Int32();
                    break;
                case 5 when isV2:
                    DefinitionSize = cursor.Int32();
                    break;
                case 6 when isV2:
                    RepetitionSize = cursor.Int32();
                    break;
                case 7 when isV2:
                    IsCompressed = kind == ThriftKind.True;
                    break;
                default:
                    cursor.Skip(kind);
                    break;
            }
        }
    }
}
