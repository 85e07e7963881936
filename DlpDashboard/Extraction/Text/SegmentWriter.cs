using DlpDashboard.Detection;
using DlpDashboard.Extraction.Json;
using DlpDashboard.Extraction.Keys;
using DlpDashboard.Extraction.Tables;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Writes one segment at a time: finds its structure in the first block, resolves JSON's escapes, hands text to the sink without copying it
/// where it stands as it is, and keeps the map.
/// </summary>
internal sealed class SegmentWriter(BlockPool pool)
{
    /// <summary>The most bytes at a block's end that <see cref="Append"/> may leave to the caller.</summary>
    public const int MaxLeft = 512;

    private readonly SegmentMap _map = new(pool);
    private ISegmentSink? _sink;
    private bool _hasBegun;
    private bool _resolvesEscapes;
    private bool _holdsLines;

    /// <summary>Text written since <see cref="Reset"/>, in bytes.</summary>
    public long TextBytes { get; private set; }

    /// <summary>The kind of the last segment.</summary>
    public string Kind { get; private set; } = ContentKinds.Text;

    /// <summary>A new object begins.</summary>
    public void Reset(ISegmentSink sink)
    {
        _map.Close();
        (_sink, TextBytes, _hasBegun) = (sink, 0, false);
    }

    /// <summary>A segment begins; the sink hears of it with its first text.</summary>
    public void Open(string? entry)
    {
        _map.Open(entry);
        (_hasBegun, _resolvesEscapes, _holdsLines, Kind) = (false, false, false, ContentKinds.Text);
    }

    /// <summary>
    /// Writes UTF-8 text and takes over the rented block it stands in.
    /// </summary>
    /// <returns>Bytes used: all, but for an escape or a configuration's line cut at the end, which the caller puts before what follows.</returns>
    public int Append(byte[] buffer, int start, int length, bool isFinal)
    {
        var text = buffer.AsSpan(start, length);
        if (!_hasBegun)
        {
            FindStructure(text, isFinal);
            _sink!.Begin(_map);
            _hasBegun = true;
        }

        if (_resolvesEscapes && text.Contains((byte)'\\'))
        {
            return AppendResolved(buffer, start, length, isFinal);
        }

        if (_holdsLines && !isFinal && text.Length - text.LastIndexOf((byte)'\n') is var behind and <= MaxLeft)
        {
            length -= behind - 1;
            text = text[..length];
        }

        if (length == 0)
        {
            pool.Return(buffer);
            return 0;
        }

        _map.Add(buffer, start, length, length, 0);
        TextBytes += length;
        _sink!.Write(text);
        return length;
    }

    /// <summary>The segment is complete.</summary>
    public void Close()
    {
        if (_hasBegun)
        {
            _hasBegun = false;
            _sink!.End();
        }

        _map.Close();
    }

    private int AppendResolved(byte[] buffer, int start, int length, bool isFinal)
    {
        var into = pool.Rent();
        try
        {
            var written = JsonEscapes.Write(buffer.AsSpan(start, length), into, isFinal, out var consumed, out var escaped);
            _map.Add(buffer, start, consumed, written, escaped);
            if (escaped < consumed)
            {
                // A backslash that JSON does not know: from here on it is other text, taken as it stands.
                _resolvesEscapes = false;
                _map.DropStructure();
            }

            TextBytes += written;
            _sink!.Write(into.AsSpan(0, written));
            return consumed;
        }
        finally
        {
            pool.Return(into);
        }
    }

    private void FindStructure(ReadOnlySpan<byte> text, bool isWhole)
    {
        var shape = JsonPrefix.Detect(text, isWhole);
        if (shape != JsonShape.None)
        {
            _map.Use(shape);
            _resolvesEscapes = true;
            Kind = shape == JsonShape.Lines ? ContentKinds.JsonLines : ContentKinds.Json;
        }
        else if (TableSniffer.Detect(text, isWhole) is { } dialect)
        {
            _map.Use(dialect);
            Kind = dialect.Kind;
        }
        else if (KeySniffer.Detect(text) is not KeyShape.None and var keys)
        {
            _map.Use(keys);
            _holdsLines = true;
            Kind = keys switch { KeyShape.Indented => ContentKinds.Yaml, KeyShape.Sections => ContentKinds.Ini, _ => ContentKinds.Properties };
        }
    }
}
