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
public sealed class SegmentScanner : ISegmentSink, IDisposable
{
    /// <summary>Bytes held at most, and so how far behind the written end a question to the map can lie.</summary>
    public const int MaximumLag = 96 * 1024;

    /// <summary>The longest single write for which that bound and <see cref="ISegmentMap.LookBehind"/> agree, in bytes.</summary>
    public const int LongestWrite = ISegmentMap.LookBehind - MaximumLag;

    private const int Front = 64;

    // What is marked at once: its text and its anchors stay in the first cache until they are verified.
    private const int Strip = 16 * 1024;

    private readonly DetectionEngine _engine;
    private readonly IDetectionSink _sink;
    private readonly PendingQueue _pending = new();
    private readonly long[] _readTo;
    private readonly long[] _askedAt;
    private readonly ulong[] _masks = new ulong[Strip / 64];
    private readonly int[] _anchors = new int[Strip + AnchorList.Slack];
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Front + MaximumLag + Prefilter.Padding);
    private readonly byte[] _classes = new byte[Prefilter.ScratchFor(Strip)];
    private ISegmentMap _map = NoMap.Instance;
    private Prefilter _prefilter;
    private long _wokenTo;
    private long _origin;
    private int _filled;
    private int _next;

    internal SegmentScanner(DetectionEngine engine, IDetectionSink sink)
    {
        _engine = engine;
        _sink = sink;
        _prefilter = engine.Prefilter;
        _readTo = new long[engine.Slots.Length];
        _askedAt = new long[engine.Slots.Length];
        Reset();
    }

    /// <summary>Candidates that passed the exact test, and bytes verification looked at, since the scanner was made.</summary>
    internal long Verifications { get; private set; }

    internal long Work { get; private set; }

    internal long Candidates { get; private set; }

    /// <summary>Places the prefilter marked.</summary>
    internal long Anchors { get; private set; }

    /// <summary>Of these, places the first look at the exact table kept.</summary>
    internal long Kept { get; private set; }

    /// <inheritdoc/>
    public void Begin(ISegmentMap map)
    {
        Reset();
        _map = map;
        _prefilter = map.HasKeys ? _engine.Prefilter : _engine.PlainPrefilter;
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
        var likelihood = LikelihoodScale.Of(pending.Score);
        if (!slot.IsChosen || likelihood < _engine.Floor)
        {
            return;
        }

        _sink.Found(new Detection
        {
            Detector = slot.Detector,
            Start = pending.Start,
            Value = _buffer.AsSpan((int)(pending.Start - _origin), (int)(pending.End - pending.Start)),
            Score = pending.Score,
            Likelihood = likelihood,
            Reasons = pending.Reasons,
            Map = _map,
        });
    }

    private void Reset()
    {
        _buffer.AsSpan(0, Front).Clear();
        _origin = -Front;
        _filled = _next = Front;
        _pending.Clear();
        _wokenTo = 0;
        _readTo.AsSpan().Clear();
        _askedAt.AsSpan().Fill(-1);
    }

    private void Scan(bool isLast)
    {
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

    /// <summary>Marks a strip of text and verifies what was marked, in order.</summary>
    /// <returns>Where to go on: the first anchor whose text is not all here yet, or the strip's end.</returns>
    private int ScanStrip(int length, bool isLast)
    {
        var count = _prefilter.Mark(_buffer, _next, length, _masks, _classes);
        var anchors = AnchorList.Write(_masks.AsSpan(0, count), _next, _anchors);
        ref var buffer = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var kept = _engine.Exact.Keep(ref buffer, _anchors.AsSpan(0, anchors));
        Anchors += anchors;
        Kept += kept;
        foreach (var anchor in _anchors.AsSpan(0, kept))
        {
            for (var vector = 0; vector < _engine.Exact.Vectors; vector++)
            {
                var standing = _engine.Exact.Test(ref Unsafe.Add(ref buffer, anchor), vector);
                if (Vector512.EqualsAll(standing, Vector512<ulong>.Zero))
                {
                    continue;
                }

                if (!isLast && (standing & _engine.FarReaching(vector)) != Vector512<ulong>.Zero && !IsAllHere(standing, vector, anchor))
                {
                    return anchor;
                }

                VerifyStanding(standing, vector * Vector512<ulong>.Count, anchor);
            }
        }

        return _next + length;
    }

    private bool IsAllHere(Vector512<ulong> standing, int vector, int anchor)
    {
        for (var word = 0; word < Vector512<ulong>.Count; word++)
        {
            for (var bits = standing[word]; bits != 0; bits &= bits - 1)
            {
                if (anchor + FingerprintOf(bits, (vector * Vector512<ulong>.Count) + word).Ahead > _filled)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void VerifyStanding(Vector512<ulong> standing, int firstWord, int anchor)
    {
        var words = ~Vector512.Equals(standing, Vector512<ulong>.Zero).ExtractMostSignificantBits() & 0xFF;
        for (; words != 0; words &= words - 1)
        {
            var word = BitOperations.TrailingZeroCount(words);
            VerifyStanding(standing[word], firstWord + word, anchor);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void VerifyStanding(ulong standing, int word, int anchor)
    {
        // Several fingerprints of a detector may stand here: it is asked once an anchor.
        var place = _origin + anchor;
        for (; standing != 0; standing &= standing - 1)
        {
            var fingerprint = FingerprintOf(standing, word);
            if (fingerprint.IsWaker)
            {
                WakeNear(anchor);
                continue;
            }

            foreach (var slot in fingerprint.Detectors)
            {
                if (_askedAt[slot.Place] != place)
                {
                    _askedAt[slot.Place] = place;
                    Verify(slot, anchor);
                }
            }
        }
    }

    /// <summary>Tries dormant fingerprints wherever the word here can support a value; each place once.</summary>
    private void WakeNear(int anchor)
    {
        var from = (int)Math.Max(Math.Max(anchor - DetectorRule.WakesBehind, Front), _wokenTo - _origin);
        var to = Math.Min(anchor + DetectorRule.WakesAhead, _filled);
        if (_prefilter == _engine.Prefilter || from >= to)
        {
            return;
        }

        _wokenTo = _origin + to;
        Work += to - from;
        ref var buffer = ref MemoryMarshal.GetArrayDataReference(_buffer);
        for (var place = from; place < to; place++)
        {
            for (var vector = 0; vector < _engine.Exact.Vectors; vector++)
            {
                var standing = _engine.Exact.Test(ref Unsafe.Add(ref buffer, place), vector) & _engine.Dormant(vector);
                if (!Vector512.EqualsAll(standing, Vector512<ulong>.Zero))
                {
                    VerifyStanding(standing, vector * Vector512<ulong>.Count, place);
                }
            }
        }
    }

    private Fingerprint FingerprintOf(ulong bits, int word) => _engine.Fingerprints[(word * 64) + BitOperations.TrailingZeroCount(bits)];

    private void Verify(DetectorSlot slot, int anchor)
    {
        var candidate = new Candidate { Text = _buffer.AsSpan(0, _filled), Anchor = anchor, ReadTo = (int)Math.Max(0, _readTo[slot.Place] - _origin) };
        Candidates++;
        var isValue = slot.Rule.Verify(ref candidate);
        _readTo[slot.Place] = _origin + candidate.ReadTo;
        Work += candidate.Work + 1;
        if (isValue)
        {
            Verifications++;
            Weigh(slot, ref candidate);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Weigh(DetectorSlot slot, ref Candidate candidate)
    {
        var key = slot.Detector.Words.FindInKey(_map.KeyAt(_origin + candidate.Start));
        var word = key > 0 ? (ushort)0 : slot.Detector.Words.FindNear(candidate.Text, candidate.Start, candidate.End);
        if (candidate.NeedsSupport && key == 0 && word == 0)
        {
            return;
        }

        _pending.Add(new PendingDetection
        {
            Start = _origin + candidate.Start,
            End = _origin + candidate.End,
            Slot = slot.Place,
            Claim = slot.Detector.Claim,
            Score = key > 0 || word > 0 ? candidate.SupportedScore : candidate.Score,
            Reasons = new DetectionReasons(candidate.Flags, word, key),
        });
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
