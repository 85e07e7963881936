using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Redaction;

/// <summary>Asks one detector at each place of a short text at which one of its fingerprints stands: no prefilter, no overlaps, no words near it.</summary>
internal sealed class RuleProbe
{
    private readonly DetectorRule _rule;
    private readonly Fingerprint[] _fingerprints;

    /// <param name="detector">One of the catalogue.</param>
    public RuleProbe(Detector detector)
    {
        _rule = DetectorCatalogue.Rules[detector.Index];
        var slot = new DetectorSlot(detector, _rule, 0, IsChosen: true);
        _fingerprints = [.. _rule.Fingerprints.Distinct(StringComparer.Ordinal).Select(row => Fingerprint.Parse(row, slot)), .. Fingerprint.OfListed(slot) is { } listed ? [listed] : Array.Empty<Fingerprint>()];
    }

    /// <summary>The detector's code.</summary>
    public DetectorRule Rule => _rule;

    /// <summary>Looks for the first value from a place on; going on from <see cref="ProbedValue.Anchor"/> + 1 gives the next.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The first anchor asked.</param>
    /// <param name="readTo">What the detector remembers between anchors; 0 to begin with.</param>
    /// <param name="found">The value.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(ReadOnlySpan<byte> text, int from, ref int readTo, out ProbedValue found)
    {
        for (var anchor = from; anchor < text.Length; anchor++)
        {
            foreach (var fingerprint in _fingerprints)
            {
                if (!Stands(fingerprint, text, anchor))
                {
                    continue;
                }

                var candidate = new Candidate { Text = text, Anchor = anchor, ReadTo = readTo };
                var isValue = _rule.Verify(ref candidate);
                readTo = candidate.ReadTo;
                if (isValue)
                {
                    found = new ProbedValue(anchor, candidate.Start, candidate.End, fingerprint, candidate.Score, candidate.SupportedScore, candidate.NeedsSupport, candidate.Flags);
                    return true;
                }

                break;
            }
        }

        found = default;
        return false;
    }

    /// <summary>Whether it sees exactly this value.</summary>
    public bool Sees(ReadOnlySpan<byte> text, int start, int end, out ProbedValue found)
    {
        var readTo = 0;
        for (var from = 0; Next(text, from, ref readTo, out found); from = found.Anchor + 1)
        {
            if (found.Start == start && found.End == end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it sees any value that has a byte in common with this place.</summary>
    public bool Touches(ReadOnlySpan<byte> text, int start, int end)
    {
        var readTo = 0;
        for (var from = 0; Next(text, from, ref readTo, out var found); from = found.Anchor + 1)
        {
            if (found.Start < end && found.End > start)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Stands(Fingerprint fingerprint, ReadOnlySpan<byte> text, int anchor)
    {
        for (var offset = Fingerprint.FirstOffset; offset < Fingerprint.Offsets + Fingerprint.FirstOffset; offset++)
        {
            var at = anchor + offset;
            if (!fingerprint.At(offset).Holds((uint)at < (uint)text.Length ? text[at] : (byte)0))
            {
                return false;
            }
        }

        return fingerprint.Listed?.MayBegin(text, anchor) ?? true;
    }
}
