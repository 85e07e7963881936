using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <content>From marked places to verified values.</content>
public sealed partial class SegmentScanner
{
    /// <summary>Marks a strip of text and verifies what was marked, in order.</summary>
    /// <returns>Where to go on: the first anchor whose text is not all here yet, or the strip's end.</returns>
    private int ScanStrip(int length, bool isLast)
    {
        var count = _prefilter.Mark(_buffer, _next, length, _masks, _classes);
        var anchors = AnchorList.Write(_masks.AsSpan(0, count), _next, _anchors);
        for (var from = 0; from < anchors; from += ExactTable.AtOnce)
        {
            var some = _anchors.AsSpan(from, Math.Min(ExactTable.AtOnce, anchors - from));
            var kept = _engine.Exact.Keep(ref MemoryMarshal.GetArrayDataReference(_buffer), some, _counting, _standing);
            for (var index = 0; index < kept; index++)
            {
                if (!VerifyAnchor(some[index], ref _standing[index * _engine.Exact.Vectors * Vector512<ulong>.Count], isLast))
                {
                    return some[index];
                }
            }
        }

        return _next + length;
    }

    /// <summary>Verifies what stands at an anchor; false, with nothing done, where its text is not all here yet.</summary>
    private bool VerifyAnchor(int anchor, ref ulong known, bool isLast)
    {
        for (var vector = 0; vector < _engine.Exact.Vectors; vector++)
        {
            var standing = Vector512.LoadUnsafe(ref known, (nuint)(vector * Vector512<ulong>.Count));
            if (!isLast && (standing & _engine.FarReaching(vector)) != Vector512<ulong>.Zero && !IsAllHere(standing, vector, anchor))
            {
                return false;
            }

            VerifyStanding(standing, vector * Vector512<ulong>.Count, anchor);
        }

        return true;
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

            if (fingerprint.Listed is { } words && !words.MayBegin(_buffer, anchor))
            {
                continue;
            }

            if (fingerprint.IsNothingAlone && !HasSupport(fingerprint.Words, anchor))
            {
                continue;
            }

            for (var index = 0; index < fingerprint.Detectors.Length; index++)
            {
                var slot = fingerprint.Detectors[index];
                if (_askedAt[slot.Place] != place && (!fingerprint.AreNothingAlone[index] || HasSupport(slot.Detector.Words.Bloom, anchor)))
                {
                    _askedAt[slot.Place] = place;
                    Verify(slot, anchor);
                }
            }
        }
    }

    /// <summary>Whether some of these words may stand near an anchor or in the key over it.</summary>
    private bool HasSupport(Vector256<ulong> words, int anchor)
    {
        if (_supportAt != _origin + anchor)
        {
            var text = _buffer.AsSpan(0, _filled);
            _supportAt = _origin + anchor;
            _support = WordBloom.OfKey(_map.KeyAt(_supportAt)) | WordBloom.Of(text, anchor - DetectorRule.ContextBefore, anchor + (2 * ValueLayout.Longest) + DetectorRule.ContextAfter);
        }

        return (_support & words) != Vector256<ulong>.Zero;
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
            if (!_engine.MayWake(ref Unsafe.Add(ref buffer, place)))
            {
                continue;
            }

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
        var candidate = new Candidate { Text = _buffer.AsSpan(0, _filled), Anchor = anchor, ReadTo = (int)Math.Max(0, _readTo[slot.Place] - _origin), Numbers = _numbers };
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
        var over = _map.KeyAt(_origin + candidate.Start);
        var (key, keyHash) = (slot.Detector.Words.FindInKey(over), NeighbourMemory.KeyOf(over));
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
            Key = keyHash,
            Claim = slot.Detector.Claim,
            Score = key > 0 || word > 0 ? candidate.SupportedScore : candidate.Score,
            Reasons = new DetectionReasons(candidate.Flags, word, key),
        });
    }
}
