using System.Text.Unicode;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Writes the values of records, each on a line of its own.</summary>
internal sealed class AvroRecords(PlacedTextWriter text, ExpansionGuard guard)
{
    private const int MaxDepth = 64;

    private readonly AvroPlaces _places = new();

    /// <summary>Records written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes the records of a block.</summary>
    public void Write(AvroType schema, ReadOnlySpan<byte> block, long count)
    {
        var cursor = new AvroCursor(block);
        for (long i = 0; i < count; i++)
        {
            Count++;
            guard.MakeText(1);
            Write(schema, ref cursor, AvroPlaces.Root, 0);
        }

        Damage.Unless(cursor.Position == block.Length);
    }

    private void Write(AvroType type, ref AvroCursor cursor, int path, int depth)
    {
        Damage.Unless(depth < MaxDepth);
        switch (type.Kind)
        {
            case AvroKind.Null:
                break;
            case AvroKind.Record:
                for (var i = 0; i < type.Types.Count; i++)
                {
                    Write(type.Types[i], ref cursor, _places.Of(path, type.Names[i]), depth + 1);
                }

                break;
            case AvroKind.Union:
                var branch = cursor.Long();
                Damage.Unless(branch >= 0 && branch < type.Types.Count);
                Write(type.Types[(int)branch], ref cursor, path, depth + 1);
                break;
            case AvroKind.Array or AvroKind.Map:
                WriteItems(type, ref cursor, path, depth);
                break;
            default:
                WriteValue(type, ref cursor, path);
                break;
        }
    }

    // Items come in blocks, the last of none; a negative count has the block's bytes behind it.
    private void WriteItems(AvroType type, ref AvroCursor cursor, int path, int depth)
    {
        while (cursor.Long() is var count and not 0)
        {
            if (count < 0)
            {
                Damage.Unless(count != long.MinValue);
                count = -count;
                cursor.Long();
            }

            for (long i = 0; i < count; i++)
            {
                guard.MakeText(1);
                var own = type.Kind == AvroKind.Map ? _places.Of(path, SafeText.Of(cursor.Bytes())) : path;
                Write(type.Types[0], ref cursor, own, depth + 1);
            }
        }
    }

    private void WriteValue(AvroType type, ref AvroCursor cursor, int path)
    {
        Span<char> room = stackalloc char[ValueText.MaxLength];
        switch (type.Kind)
        {
            case AvroKind.Boolean:
                cursor.Take(1);
                break;
            case AvroKind.Whole:
                Put(path, room[..FormatWhole(type, cursor.Long(), room)]);
                break;
            case AvroKind.Float:
                Put(path, room[..ValueText.Real(cursor.Float(), room)]);
                break;
            case AvroKind.Double:
                Put(path, room[..ValueText.Real(cursor.Double(), room)]);
                break;
            case AvroKind.Symbol:
                var symbol = cursor.Long();
                Damage.Unless(symbol >= 0 && symbol < type.Names.Count);
                Put(path, type.Names[(int)symbol]);
                break;
            default:
                var bytes = type.Kind == AvroKind.Fixed ? cursor.Take(type.Size) : cursor.Bytes();
                if (type.Meaning == AvroMeaning.Decimal)
                {
                    Put(path, room[..ValueText.Decimal(bytes, type.Scale, room)]);
                }
                else
                {
                    PutBytes(path, bytes);
                }

                break;
        }
    }

    private static int FormatWhole(AvroType type, long value, Span<char> room) => type.Meaning switch
    {
        AvroMeaning.Date => ValueText.Date(value, room),
        AvroMeaning.Milliseconds => ValueText.Time(value, TimeSpan.TicksPerMillisecond, room),
        AvroMeaning.Microseconds => ValueText.Time(value, TimeSpan.TicksPerMicrosecond, room),
        _ => ValueText.Whole(value, room),
    };

    private void Put(int path, ReadOnlySpan<char> value)
    {
        if (!value.IsEmpty)
        {
            text.Place(_places, Count, path);
            text.Append(value);
            text.Append("\n"u8);
            guard.MakeText(value.Length + 1);
        }
    }

    private void PutBytes(int path, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty && !value.Contains((byte)0) && Utf8.IsValid(value))
        {
            text.Place(_places, Count, path);
            text.Append(value);
            text.Append("\n"u8);
            guard.MakeText(value.Length + 1);
        }
    }
}
