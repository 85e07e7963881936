using System.Buffers.Binary;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes one LZMA stream: a file of its own (<c>.lzma</c>), or as 7z and zip hold it, with the properties told elsewhere.</summary>
internal sealed class LzmaDecoder : IStreamDecoder
{
    private const int PropertiesSize = 5;
    private const int FileHeaderSize = 13;
    private const int ZipHeaderSize = 9;
    private const int StartSize = 5;

    private readonly LzmaModel _model = new();
    private readonly ArchiveBudget _budget;
    private readonly long? _zipSize;
    private SlidingWindow? _window;
    private long _left;
    private bool _hasStarted;
    private bool _mayEndEarly;

    /// <summary>A file with its header: properties and size (-1 where the end is marked).</summary>
    public LzmaDecoder(ArchiveBudget budget) => _budget = budget;

    /// <summary>A stream with its properties (five bytes) and size (-1 where the end is marked) told elsewhere.</summary>
    public LzmaDecoder(ReadOnlySpan<byte> properties, long size, ArchiveBudget budget)
    {
        _budget = budget;
        Open(properties, size);
    }

    private LzmaDecoder(long zipSize, ArchiveBudget budget) => (_zipSize, _budget) = (zipSize, budget);

    /// <inheritdoc/>
    public int Ahead => 64 * 1024;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output => _window?.Output ?? default;

    /// <summary>An entry of a zip (APPNOTE 5.8.8): its properties stand before the stream, its size (-1 where the end is marked) in the directory.</summary>
    public static LzmaDecoder OfZip(long size, ArchiveBudget budget) => new(size, budget);

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        var used = 0;
        if (_window is null)
        {
            used = ReadHeader(input);
        }

        if (IsOver)
        {
            return used;
        }

        if (!_hasStarted)
        {
            _model.Start(input[used..]);
            used += StartSize;
            _hasStarted = true;
        }

        _window!.Begin();
        used += _model.Decode(input[used..], isLast, _window, ref _left);
        IsOver = _model.HasEnded || _left == 0;
        Damage.Unless(!_model.HasEnded || _mayEndEarly || _left == 0);
        return used;
    }

    /// <inheritdoc/>
    public void Dispose() => _window?.Dispose();

    private int ReadHeader(ReadOnlySpan<byte> input)
    {
        if (_zipSize is { } size)
        {
            Damage.Unless(input.Length >= ZipHeaderSize && BinaryPrimitives.ReadUInt16LittleEndian(input[2..]) == PropertiesSize);
            Open(input[4..], size);
            return ZipHeaderSize;
        }

        Damage.Unless(input.Length >= FileHeaderSize);
        Open(input, BinaryPrimitives.ReadInt64LittleEndian(input[PropertiesSize..]));
        return FileHeaderSize;
    }

    private void Open(ReadOnlySpan<byte> properties, long size)
    {
        Damage.Unless(properties.Length >= PropertiesSize);
        _model.SetProperties(properties[0]);
        _model.Reset();
        _window = new SlidingWindow(BinaryPrimitives.ReadUInt32LittleEndian(properties[1..]), _budget);
        (_left, _mayEndEarly) = size < 0 ? (long.MaxValue, true) : (size, false);
        IsOver = size == 0;
    }
}
