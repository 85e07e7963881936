using System.Buffers;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Goes through a stream once and writes it with its values exchanged. It holds back what the scanner may still report: memory is bounded however long the stream is.
/// </summary>
internal sealed class RedactionPass : IDetectionSink, IDisposable
{
    // Values that overlap are one; a chain of them ends here.
    private const int LongestCluster = 48 * 1024;

    private const int Piece = 32 * 1024;

    private readonly DetectorSetScanner _scanner;
    private readonly ValueRewriter _rewriter;
    private readonly List<ValueSpan> _spans = [];
    private byte[] _held = ArrayPool<byte>.Shared.Rent(SegmentScanner.MaximumLag + LongestCluster + (4 * Piece));
    private int _count;
    private long _from;

    public RedactionPass(DetectorSet set, RedactionChoice choice)
    {
        _scanner = set.CreateScanner(this);
        _scanner.BeginObject(null);
        _scanner.Begin(NoMap.Instance);
        _rewriter = new ValueRewriter(choice);
    }

    /// <summary>Values exchanged so far.</summary>
    public long Redacted { get; private set; }

    /// <summary>Bytes of its buffer.</summary>
    public int Held => _held.Length;

    /// <summary>Takes a stretch of the text and writes what is settled.</summary>
    public void Write(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        while (!utf8.IsEmpty)
        {
            var taken = utf8[..Math.Min(Piece, utf8.Length)];
            Hold(taken);
            _scanner.Write(taken);
            if (_count >= SegmentScanner.MaximumLag + Piece)
            {
                // What stays is moved: not for each byte of a stream that comes byte by byte.
                Settle(_from + _count - SegmentScanner.MaximumLag, output);
            }

            utf8 = utf8[taken.Length..];
        }
    }

    /// <summary>Ends the text and writes the rest.</summary>
    public void End(IBufferWriter<byte> output)
    {
        _scanner.End();
        Settle(long.MaxValue, output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scanner.Dispose();
        _rewriter.Dispose();
        if (_held.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_held, clearArray: true);
            _held = [];
        }
    }

    void IDetectionSink.Found(in Detection detection)
    {
        var span = new ValueSpan(detection.Start, detection.Start + detection.Value.Length, detection.Detector);
        var place = _spans.Count;
        while (place > 0 && span.Start < _spans[place - 1].Start)
        {
            place--;
        }

        _spans.Insert(place, span);
    }

    private void Hold(ReadOnlySpan<byte> piece)
    {
        if (_count + piece.Length > _held.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_held.Length * 2);
            _held.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_held, clearArray: true);
            _held = larger;
        }

        piece.CopyTo(_held.AsSpan(_count));
        _count += piece.Length;
    }

    /// <summary>Writes all text before the limit: nothing that begins before it is still to come.</summary>
    private void Settle(long limit, IBufferWriter<byte> output)
    {
        var written = _from;
        var taken = 0;
        while (taken < _spans.Count)
        {
            var (start, end, detector) = Cluster(taken, out var next);
            if (end > limit)
            {
                break;
            }

            taken = next;
            start = Math.Max(start, written);
            if (end <= start)
            {
                continue;
            }

            output.Write(Text(written, start));
            _rewriter.Write(detector, Text(start, end), output);
            Redacted++;
            written = end;
        }

        _spans.RemoveRange(0, taken);
        var stop = Math.Min(limit, Math.Min(_from + _count, _spans.Count > 0 ? _spans[0].Start : long.MaxValue));
        if (stop > written)
        {
            output.Write(Text(written, stop));
            written = stop;
        }

        Text(written, _from + _count).CopyTo(_held);
        _count -= (int)(written - _from);
        _from = written;
    }

    /// <summary>The span at a place and those that overlap it, as one value of the longest one's kind.</summary>
    private ValueSpan Cluster(int place, out int next)
    {
        var (start, end, detector) = _spans[place];
        var longest = end - start;
        for (next = place + 1; next < _spans.Count && _spans[next].Start < end && _spans[next].End - start <= LongestCluster; next++)
        {
            var other = _spans[next];
            if (other.End - other.Start > longest)
            {
                (longest, detector) = (other.End - other.Start, other.Detector);
            }

            end = Math.Max(end, other.End);
        }

        return new ValueSpan(start, end, detector);
    }

    private ReadOnlySpan<byte> Text(long start, long end) => _held.AsSpan((int)(start - _from), (int)(end - start));

    private readonly record struct ValueSpan(long Start, long End, Detector Detector);
}
