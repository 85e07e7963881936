using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>
/// Scans segments and reports to a sink: one per worker thread, reused from segment to segment. The stream may be cut anywhere; what is found
/// does not hang on the cut. Nothing is allocated while scanning.
/// </summary>
/// <remarks>
/// It lags at most <see cref="MaximumLag"/> bytes behind what was written, so a map that answers for <see cref="ISegmentMap.LookBehind"/> bytes is
/// never asked for more as long as single writes are no longer than <see cref="LongestWrite"/>. Dispose returns its buffers to the pool.
/// </remarks>
public sealed partial class SegmentScanner : ISegmentSink, IDisposable
{
    /// <summary>Bytes held at most, and so how far behind the written end a question to the map can lie.</summary>
    public const int MaximumLag = 96 * 1024;

    /// <summary>The longest single write for which that bound and <see cref="ISegmentMap.LookBehind"/> agree, in bytes.</summary>
    public const int LongestWrite = ISegmentMap.LookBehind - MaximumLag;

    private const int Front = 64;

    // Less than a likelihood's width: in a table of numbers one in ten passes a check digit by chance.
    private const double InRecords = 0.05, InCode = -0.15;

    // What is marked at once: its text and its anchors stay in the first cache until they are verified.
    private const int Strip = 16 * 1024;

    private readonly DetectionEngine _engine;
    private readonly IDetectionSink _sink;
    private readonly PendingQueue _pending = new();
    private readonly NeighbourMemory _neighbours = new();
    private readonly NumberMemo _numbers = new();
    private readonly long[] _readTo;
    private readonly long[] _askedAt;
    private readonly ulong[] _masks = new ulong[Strip / 64];
    private readonly int[] _anchors = new int[Strip + AnchorList.Slack];
    private readonly ulong[] _standing;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Front + MaximumLag + Prefilter.Padding);
    private readonly byte[] _classes = new byte[Prefilter.ScratchFor(Strip)];
    private ISegmentMap _map = NoMap.Instance;
    private Prefilter _prefilter;
    private ulong[] _counting;
    private long _wokenTo;
    private long _supportAt;
    private Vector256<ulong> _support;
    private long _origin;
    private int _filled;
    private int _next;

    internal SegmentScanner(DetectionEngine engine, IDetectionSink sink)
    {
        _engine = engine;
        _sink = sink;
        _prefilter = engine.Prefilter;
        _counting = engine.Counting(hasKeys: true);
        _readTo = new long[engine.Slots.Length];
        _askedAt = new long[engine.Slots.Length];
        _standing = new ulong[ExactTable.AtOnce * engine.Exact.Vectors * Vector512<ulong>.Count];
        Reset();
    }

    /// <summary>Candidates that passed the exact test, and bytes verification looked at, since the scanner was made.</summary>
    internal long Verifications { get; private set; }

    internal long Work { get; private set; }

    internal long Candidates { get; private set; }

    /// <inheritdoc/>
    public void Begin(ISegmentMap map)
    {
        Reset();
        _map = map;
        _prefilter = map.HasKeys ? _engine.Prefilter : _engine.PlainPrefilter;
        _counting = _engine.Counting(map.HasKeys);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var taken = Math.Min(utf8.Length, Front + MaximumLag - _filled);
            utf8[..taken].CopyTo(_buffer.AsSpan(_filled));
            _filled += taken;
            utf8 = utf8[taken..];
            if (_filled == Front + MaximumLag)
            {
                Scan(isLast: false);
            }
        }
    }

    /// <inheritdoc/>
    public void End()
    {
        Scan(isLast: true);
        _map = NoMap.Instance;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            // Found values must not wait in the pool for the next renter.
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = [];
            _pending.Dispose();
        }
    }

    internal void Report(in PendingDetection pending)
    {
        var slot = _engine.Slots[pending.Slot];
        var value = _buffer.AsSpan((int)(pending.Start - _origin), (int)(pending.End - pending.Start));
        var score = Lifted(pending, value, out var lift);
        var likelihood = LikelihoodScale.Of(score);
        if (!slot.IsChosen || likelihood < _engine.Floor)
        {
            return;
        }

        _sink.Found(new Detection
        {
            Detector = slot.Detector,
            Start = pending.Start,
            Value = value,
            Score = score,
            Likelihood = likelihood,
            Reasons = pending.Reasons.With(lift, pending.Also > 0 && LikelihoodScale.Of(pending.AlsoScore) >= _engine.Floor ? _engine.Slots[pending.Also - 1].Detector.Index + 1 : 0),
            Map = _map,
        });
    }

    /// <summary>A checked value that nothing else supports gains from others of its kind row after row under its key and from a file of records, and loses in code.</summary>
    private double Lifted(in PendingDetection pending, ReadOnlySpan<byte> value, out ReasonFlags lift)
    {
        const ReasonFlags Down = ReasonFlags.TestValue | ReasonFlags.RepeatedDigits | ReasonFlags.Placeholder;
        lift = ReasonFlags.None;
        if ((pending.Reasons.Flags & (ReasonFlags.Checksum | Down)) != ReasonFlags.Checksum || LikelihoodScale.Of(pending.Score) < Likelihood.Possible)
        {
            return pending.Score;
        }

        var isInColumn = pending.Key != 0 && _neighbours.Count(pending.Key, pending.Slot, pending.Start, value);
        if (pending.Reasons.HasSupport)
        {
            return pending.Score;
        }

        lift |= isInColumn ? ReasonFlags.Neighbours : ReasonFlags.None;
        var kind = pending.Claim <= Claim.CheckedNumber ? _map.FileKind : FileKind.Usual;
        lift |= kind == FileKind.Usual ? ReasonFlags.None : ReasonFlags.FileKind;
        var score = pending.Score + (isInColumn ? NeighbourMemory.Lift : 0) + (kind == FileKind.Records ? InRecords : kind == FileKind.Code ? InCode : 0);
        return Math.Clamp(score, 0, Math.Max(pending.Score, 0.95));
    }

    private void Reset()
    {
        _buffer.AsSpan(0, Front).Clear();
        _origin = -Front;
        _filled = _next = Front;
        _pending.Clear();
        _neighbours.Clear();
        _wokenTo = 0;
        _supportAt = -1;
        _readTo.AsSpan().Clear();
        _askedAt.AsSpan().Fill(-1);
    }

    private void Scan(bool isLast)
    {
        _numbers.Forget();
        _buffer.AsSpan(_filled, Prefilter.Padding).Clear();
        var stop = isLast ? _filled : Math.Max(_next, _filled - DetectorRule.UsualAhead);
        while (_next < stop)
        {
            var strip = Math.Min(Strip, stop - _next);
            var reached = ScanStrip(strip, isLast);
            var isHeld = reached < _next + strip;
            _next = reached;
            if (isHeld)
            {
                break;
            }
        }

        _pending.Settle(isLast ? long.MaxValue : _origin + _next - DetectorRule.MaximumBehind, this);
        if (!isLast)
        {
            Slide();
        }
    }

    private void Slide()
    {
        var keepFrom = (int)(Math.Min(_origin + _next - DetectorRule.MaximumBehind, _pending.FirstNeeded) - _origin);
        var shift = Math.Max(0, keepFrom - Front);
        _buffer.AsSpan(shift, _filled - shift).CopyTo(_buffer);
        _origin += shift;
        _filled -= shift;
        _next -= shift;
    }
}
