using System.Text;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Where surrogates of one detector are tried: one of its own samples, with the sample's value exchanged for the surrogate, so that words and signs the detector wants stand around it
/// whatever stood around the value. So the answer hangs on the value alone.
/// </summary>
internal sealed class SurrogateStage
{
    private readonly byte[] _before;
    private readonly byte[] _after;

    private SurrogateStage(RuleProbe probe, byte[] sample, ProbedValue value) =>
        (Probe, _before, _after) = (probe, sample[..value.Start], sample[value.End..]);

    /// <summary>The detector.</summary>
    public RuleProbe Probe { get; }

    /// <summary>Where the value begins in <see cref="Set"/>'s text.</summary>
    public int Start => _before.Length;

    /// <summary>Makes the stage of a detector; null where the detector is not of the catalogue.</summary>
    public static SurrogateStage? Of(Detector detector)
    {
        if (detector.Index >= DetectorCatalogue.All.Count || DetectorCatalogue.All[detector.Index] != detector)
        {
            return null;
        }

        var probe = new RuleProbe(detector);
        SurrogateStage? best = null;
        foreach (var sample in detector.TrueSamples.Select(Encoding.UTF8.GetBytes))
        {
            var readTo = 0;
            if (probe.Next(sample, 0, ref readTo, out var value))
            {
                var isSupported = detector.Words.FindNear(sample, value.Start, value.End) > 0;
                if (isSupported || best is null)
                {
                    best = new SurrogateStage(probe, sample, value);
                }

                if (isSupported || detector.Claim == Claim.Token)
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>The sample with another value.</summary>
    public byte[] Set(ReadOnlySpan<byte> value) => [.. _before, .. value, .. _after];

    /// <summary>By place of a value what the detector lets stand there, as far as its forms say; null where it does not see the value.</summary>
    public ByteSet[]? SetsOf(ReadOnlySpan<byte> value, ProbedValue? seen)
    {
        if (seen is not { } found)
        {
            return null;
        }

        if (Probe.Rule is TokenRule token && token.SetsOf(value) is { } sets)
        {
            return sets;
        }

        var places = new ByteSet[value.Length];
        for (var at = 0; at < places.Length; at++)
        {
            var offset = found.Start + at - found.Anchor;
            places[at] = offset is < Fingerprint.FirstOffset or >= Fingerprint.Offsets + Fingerprint.FirstOffset ? ByteSet.All : found.Fingerprint.At(offset);
        }

        return places;
    }
}
