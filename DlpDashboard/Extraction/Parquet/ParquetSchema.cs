using System.Text;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>The columns of a Parquet file, from its schema: a tree written in order (parquet.thrift of Apache Parquet).</summary>
internal static class ParquetSchema
{
    private const int MaxElements = 20_000;
    private const int MaxDepth = 32;
    private const int MaxPath = 512;
    private const int MaxKey = 256;

    /// <summary>Reads the list of elements.</summary>
    public static List<ParquetColumn> Read(ref ThriftCursor cursor)
    {
        var (count, kind) = cursor.List();
        Damage.Unless(kind == ThriftKind.Struct && count is > 0 and <= MaxElements);
        var elements = new Queue<Element>(count);
        for (var i = 0; i < count; i++)
        {
            elements.Enqueue(Element.Read(ref cursor));
        }

        var columns = new List<ParquetColumn>();
        var root = elements.Dequeue();
        for (var i = 0; i < root.Children; i++)
        {
            Add(elements, columns, "", (0, 0), 0, isInWrapper: false);
        }

        return columns;
    }

    private static void Add(
        Queue<Element> elements, List<ParquetColumn> columns, string path, (int Definition, int Repetition) levels, int depth, bool isInWrapper)
    {
        Damage.Unless(depth < MaxDepth && elements.Count > 0);
        var element = elements.Dequeue();
        levels = (levels.Definition + (element.Repetition == 0 ? 0 : 1), levels.Repetition + (element.Repetition == 2 ? 1 : 0));

        // Lists and maps are wrapped in groups of these names, which tell a person nothing.
        var isWrapper = depth > 0 && element.Repetition == 2 && element.Type is null && element.Name is "list" or "bag" or "array" or "key_value" or "map";
        var isElement = isInWrapper && element.Name is "element" or "item" or "array_element" or "array";
        path = isWrapper || isElement ? path : path.Length == 0 ? element.Name : path.Length < MaxPath ? $"{path}.{element.Name}" : path;
        if (element.Type is { } type)
        {
            Damage.Unless(element.Children == 0 && Enum.IsDefined(type) && (type != ParquetType.FixedByteArray || element.Length > 0));
            var bytes = Encoding.UTF8.GetBytes(path);
            columns.Add(new ParquetColumn(
                bytes.Length > MaxKey ? bytes[..MaxKey] : bytes, type, element.Length, element.Meaning, element.Scale, levels.Definition, levels.Repetition));
            return;
        }

        for (var i = 0; i < element.Children; i++)
        {
            Add(elements, columns, path, levels, depth + 1, isWrapper);
        }
    }

    private sealed class Element
    {
        public ParquetType? Type { get; private set; }

        public int Length { get; private set; }

        public int Repetition { get; private set; }

        public string Name { get; private set; } = "";

        public int Children { get; private set; }

        public int Scale { get; private set; }

        public ParquetMeaning Meaning { get; private set; }

        public static Element Read(ref ThriftCursor cursor)
        {
            var element = new Element();
            for (var id = 0; cursor.Field(ref id, out var kind);)
            {
                switch (id)
                {
                    case 1:
                        element.Type = (ParquetType)cursor.Int32();
                        break;
                    case 2:
                        element.Length = cursor.Int32();
                        break;
                    case 3:
                        element.Repetition = cursor.Int32();
                        break;
                    case 4:
                        element.Name = SafeText.Of(cursor.Binary());
                        break;
                    case 5:
                        element.Children = cursor.Int32();
                        break;
                    case 6:
                        element.Meaning = OfConverted(cursor.Int32());
                        break;
                    case 7:
                        element.Scale = Math.Clamp(cursor.Int32(), 0, 100);
                        break;
                    case 10 when kind == ThriftKind.Struct:
                        element.ReadLogical(ref cursor);
                        break;
                    default:
                        cursor.Skip(kind);
                        break;
                }
            }

            Damage.Unless(element.Children is >= 0 and <= MaxElements && element.Repetition is >= 0 and <= 2);
            return element;
        }

        private static ParquetMeaning OfConverted(int converted) => converted switch
        {
            5 => ParquetMeaning.Decimal,
            6 => ParquetMeaning.Date,
            9 => ParquetMeaning.Milliseconds,
            10 => ParquetMeaning.Microseconds,
            >= 11 and <= 14 => ParquetMeaning.Unsigned,
            _ => ParquetMeaning.Plain,
        };

        private void ReadLogical(ref ThriftCursor cursor)
        {
            for (var id = 0; cursor.Field(ref id, out var kind);)
            {
                if (kind != ThriftKind.Struct)
                {
                    cursor.Skip(kind);
                    continue;
                }

                switch (id)
                {
                    case 5:
                        Meaning = ParquetMeaning.Decimal;
                        ReadScale(ref cursor);
                        break;
                    case 6:
                        Meaning = ParquetMeaning.Date;
                        cursor.Skip(kind);
                        break;
                    case 8:
                        Meaning = ReadTimeUnit(ref cursor);
                        break;
                    case 14:
                        Meaning = ParquetMeaning.Uuid;
                        cursor.Skip(kind);
                        break;
                    default:
                        cursor.Skip(kind);
                        break;
                }
            }
        }

        private void ReadScale(ref ThriftCursor cursor)
        {
            for (var id = 0; cursor.Field(ref id, out var kind);)
            {
                if (id == 1)
                {
                    Scale = Math.Clamp(cursor.Int32(), 0, 100);
                }
                else
                {
                    cursor.Skip(kind);
                }
            }
        }

        private static ParquetMeaning ReadTimeUnit(ref ThriftCursor cursor)
        {
            var meaning = ParquetMeaning.Milliseconds;
            for (var id = 0; cursor.Field(ref id, out var kind);)
            {
                if (id != 2 || kind != ThriftKind.Struct)
                {
                    cursor.Skip(kind);
                    continue;
                }

                for (var unit = 0; cursor.Field(ref unit, out var of);)
                {
                    meaning = unit switch { 2 => ParquetMeaning.Microseconds, 3 => ParquetMeaning.Nanoseconds, _ => ParquetMeaning.Milliseconds };
                    cursor.Skip(of);
                }
            }

            return meaning;
        }
    }
}
