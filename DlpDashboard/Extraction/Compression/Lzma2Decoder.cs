using System.Buffers.Binary;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes LZMA2: chunks of LZMA or stored bytes, each saying what it forgets of those before.</summary>
/// <param name="dictionary">The dictionary's size as one byte: 2 or 3 shifted by half of it and eleven; 40 is all of 32 bits.</param>
/// <param name="budget">What the object may cost.</param>
internal sealed class Lzma2Decoder(byte dictionary, ArchiveBudget budget) : IStreamDecoder
{
    private const int LargestHeader = 6;

    private readonly LzmaModel _model = new();
    private byte _dictionary = dictionary;
    private SlidingWindow? _made;
    private bool _needsDictionary = true;
    private bool _needsState = true;
    private bool _needsProperties = true;
    private bool _isStored;
    private int _packed;
    private long _unpacked;

    /// <inheritdoc/>
    public int Ahead => 64 * 1024 + LargestHeader;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output => _made?.Output ?? default;

    private SlidingWindow Window => _made ??= new SlidingWindow(SizeOf(_dictionary), budget);

    /// <summary>Begins another stream in the memory at hand.</summary>
    public void Restart(byte dictionary)
    {
        _dictionary = dictionary;
        _made?.Restart(SizeOf(dictionary));
        (_needsDictionary, _needsState, _needsProperties) = (true, true, true);
        (_packed, _unpacked, IsOver) = (0, 0, false);
    }

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Window.Begin();
        var used = 0;
        while (Window.Room > 0 && !IsOver && _packed <= input.Length - used)
        {
            if (_unpacked == 0)
            {
                if (input.Length - used < LargestHeader && !isLast)
                {
                    break;
                }

                used += ReadHeader(input[used..]);
            }
            else
            {
                used += ReadChunk(input[used..]);
            }
        }

        return used;
    }

    /// <inheritdoc/>
    public void Dispose() => _made?.Dispose();

    private static long SizeOf(byte dictionary)
    {
        Damage.Unless(dictionary <= 40);
        return dictionary == 40 ? uint.MaxValue : (2L | (dictionary & 1L)) << ((dictionary / 2) + 11);
    }

    private int ReadChunk(ReadOnlySpan<byte> input)
    {
        if (_isStored)
        {
            var length = Math.Min(_packed, Window.Room);
            Window.Put(input[..length]);
            (_packed, _unpacked) = (_packed - length, _unpacked - length);
            return length;
        }

        var used = _model.Decode(input[.._packed], isLast: true, Window, ref _unpacked);
        _packed -= used;
        Damage.Unless(!_model.HasEnded);
        if (_unpacked == 0)
        {
            Damage.Unless(_packed == 0 && _model.Pending == 0 && _model.IsAtEnd);
        }

        return used;
    }

    private int ReadHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(!input.IsEmpty);
        var control = input[0];
        if (control == 0)
        {
            IsOver = true;
            return 1;
        }

        var resetsDictionary = control is 1 or >= 0xE0;
        Damage.Unless(input.Length >= 3 && (control < 3 || control >= 0x80) && (resetsDictionary || !_needsDictionary));
        if (resetsDictionary)
        {
            Window.Reset();
            _needsDictionary = false;
        }

        _isStored = control < 0x80;
        if (_isStored)
        {
            _packed = BinaryPrimitives.ReadUInt16BigEndian(input[1..]) + 1;
            _unpacked = _packed;
            return 3;
        }

        return ReadLzmaHeader(input, control);
    }

    private int ReadLzmaHeader(ReadOnlySpan<byte> input, byte control)
    {
        const int Start = 5;
        var hasProperties = control >= 0xC0;
        var size = hasProperties ? 6 : 5;
        Damage.Unless(input.Length >= size + Start && (hasProperties || !_needsProperties));
        _unpacked = ((control & 0x1F) << 16) + BinaryPrimitives.ReadUInt16BigEndian(input[1..]) + 1;
        _packed = BinaryPrimitives.ReadUInt16BigEndian(input[3..]) + 1;
        if (hasProperties)
        {
            _model.SetProperties(input[5]);
            _needsProperties = false;
        }

        if (control >= 0xA0)
        {
            _model.Reset();
            _needsState = false;
        }

        Damage.Unless(!_needsState && _packed >= Start);
        _model.Start(input[size..]);
        _packed -= Start;
        return size + Start;
    }
}
