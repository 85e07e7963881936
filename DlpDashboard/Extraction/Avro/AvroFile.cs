using System.IO.Compression;
using System.Text;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Takes an Avro container apart as it streams: its head, then blocks of records, each behind a mark of 16 bytes.</summary>
internal sealed class AvroFile(Stream stream, ArchiveBudget budget, ExpansionGuard guard) : IDisposable
{
    private const int MarkSize = 16;
    private const int MaxEntries = 1000;
    private const int MaxSchema = 4 * 1024 * 1024;
    private const int MaxBlock = 24 * 1024 * 1024;
    private const int Step = 64 * 1024;

    private readonly BudgetedBuffer _packed = new(budget);
    private readonly BudgetedBuffer _block = new(budget);
    private readonly byte[] _one = new byte[1];
    private byte[] _mark = [];
    private string _codec = "null";

    /// <summary>The schema's JSON.</summary>
    public ReadOnlyMemory<byte> Schema { get; private set; }

    /// <summary>Reads the head.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(4, cancellationToken);
        var entries = 0;
        while (await LongAsync(cancellationToken) is var count and not 0)
        {
            if (count < 0)
            {
                count = -count;
                await LongAsync(cancellationToken);
            }

            for (; count > 0; count--)
            {
                Damage.Unless(++entries <= MaxEntries);
                var key = Encoding.UTF8.GetString((await TextAsync(cancellationToken)).Span);
                var value = await TextAsync(cancellationToken);
                if (key == "avro.schema")
                {
                    Schema = value;
                }
                else if (key == "avro.codec")
                {
                    _codec = Encoding.UTF8.GetString(value.Span);
                }
            }
        }

        _mark = (await TakeAsync(MarkSize, cancellationToken)).ToArray();
        Damage.Unless(!Schema.IsEmpty);
    }

    /// <summary>The next block of records: how many, and their bytes, valid until the next call; null at the end.</summary>
    public async ValueTask<(long Count, ReadOnlyMemory<byte> Bytes)?> NextAsync(CancellationToken cancellationToken)
    {
        if (await stream.ReadAsync(_one, cancellationToken) == 0)
        {
            return null;
        }

        var count = await LongAsync(cancellationToken, _one[0]);
        var size = await LongAsync(cancellationToken);
        Damage.Unless(count >= 0 && size >= 0);
        if (size > MaxBlock)
        {
            throw new DecoderStopException("A block of the Avro file is larger than what is kept in memory.");
        }

        var packed = await TakeAsync((int)size + MarkSize, cancellationToken);
        Damage.Unless(packed.Span[(int)size..].SequenceEqual(_mark));
        guard.Take(size + MarkSize);
        return (count, Unpack((int)size));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _packed.Dispose();
        _block.Dispose();
    }

    private ReadOnlyMemory<byte> Unpack(int size)
    {
        var input = new MemoryStream(_packed.Bytes, 0, size);
        switch (_codec)
        {
            case "null":
                return _packed.Bytes.AsMemory(0, size);
            case "deflate":
                return Drain(new DeflateStream(input, CompressionMode.Decompress));
            case "snappy":
                // Four bytes of checksum stand behind the block.
                Damage.Unless(size > 4);
                var packed = _packed.Bytes.AsSpan(0, size - 4);
                var length = SnappyBlock.LengthOf(packed);
                guard.Make(length);
                SnappyBlock.Decode(packed, _block.Take(length).AsSpan(0, (int)length));
                return _block.Bytes.AsMemory(0, (int)length);
            case "bzip2":
                return Drain(new DecodedStream(input, new Bzip2Decoder()));
            case "xz":
                return Drain(new DecodedStream(input, new XzDecoder(budget)));
            case "zstandard":
                return Drain(new DecodedStream(input, new ZstdDecoder(budget)));
            default:
                throw new DecoderStopException($"The codec {SafeText.Of(_codec)} of the Avro file is not read.");
        }
    }

    private ReadOnlyMemory<byte> Drain(Stream stream)
    {
        using (stream)
        {
            var length = 0;
            while (true)
            {
                var room = _block.Grow(length, length + Step);
                var read = stream.Read(room, length, Step);
                if (read == 0)
                {
                    return room.AsMemory(0, length);
                }

                length += read;
                guard.Make(read);
            }
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> TextAsync(CancellationToken cancellationToken)
    {
        var length = await LongAsync(cancellationToken);
        Damage.Unless(length is >= 0 and <= MaxSchema);
        return (await TakeAsync((int)length, cancellationToken)).ToArray();
    }

    // Reads as much as there is before memory is taken for all that is told.
    private async ValueTask<ReadOnlyMemory<byte>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < count)
        {
            var room = _packed.Grow(length, Math.Min(count, Math.Max(Step, length * 2L)));
            var read = await stream.ReadAsync(room.AsMemory(length, Math.Min(count, room.Length) - length), cancellationToken);
            Damage.Unless(read > 0);
            length += read;
        }

        return _packed.Bytes.AsMemory(0, count);
    }

    private async ValueTask<long> LongAsync(CancellationToken cancellationToken, int first = -1)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (shift > 0 || first < 0)
            {
                Damage.Unless(await stream.ReadAsync(_one, cancellationToken) > 0);
            }

            value |= (ulong)(_one[0] & 0x7F) << shift;
            if (_one[0] < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        Damage.Found();
        return 0;
    }
}
