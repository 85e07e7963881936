using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Other values of the same shape. A surrogate is drawn from a keyed hash of the value (HMAC-SHA256) and drawn again until its detector takes it, or refuses it, as wanted: the same value gives
/// the same surrogate under one key, wherever it stands. This is a pseudo-random function and no encryption: it is not FF1 of NIST SP 800-38G, nobody turns it back, and two values of a
/// small set can meet in one surrogate. One instance a thread.
/// </summary>
internal sealed class SurrogateMaker(ReadOnlyMemory<byte> key, bool areValid) : IDisposable
{
    private const int MostTries = 20_000, MostBytesTried = 4_000_000, RefusedTries = 300;

    private readonly Dictionary<string, SurrogateStage?> _stages = new(StringComparer.Ordinal);
    private readonly PlainLook _look = new();

    /// <summary>The surrogate of a value.</summary>
    public byte[] Of(Detector detector, ReadOnlySpan<byte> value)
    {
        if (!_stages.TryGetValue(detector.Id, out var stage))
        {
            _stages[detector.Id] = stage = SurrogateStage.Of(detector);
        }

        Span<byte> seed = stackalloc byte[32];
        CanonicalValue.WriteSeed("surrogate", detector, value, key.Span, seed);
        var choice = new SeededChoice(seed);
        ProbedValue? seen = stage is not null && stage.Probe.Sees(stage.Set(value), stage.Start, stage.Start + value.Length, out var found) ? found : null;
        return (areValid ? Valid(detector, value, stage, seen, ref choice) : Refused(detector, value, stage, seen, ref choice)) ?? Nothing(value, stage);
    }

    /// <inheritdoc/>
    public void Dispose() => _look.Dispose();

    private static byte[]? Valid(Detector detector, ReadOnlySpan<byte> value, SurrogateStage? stage, ProbedValue? seen, ref SeededChoice choice)
    {
        var places = SurrogateShape.Of(detector, value, stage?.SetsOf(value, seen), keepsKind: true);
        var surrogate = new byte[value.Length];
        var tries = stage is null || seen is null ? 1 : Math.Clamp(MostBytesTried / value.Length, 20, MostTries);
        for (var time = 0; time < tries; time++)
        {
            Draw(value, places, surrogate, ref choice);
            CheckedSurrogate.Complete(detector, surrogate, ref choice);
            if (surrogate.AsSpan().SequenceEqual(value))
            {
                continue;
            }

            if (stage is null || seen is null || (stage.Probe.Sees(stage.Set(surrogate), stage.Start, stage.Start + value.Length, out var found) && found.SupportedScore >= seen.Value.SupportedScore))
            {
                return surrogate;
            }
        }

        return null;
    }

    /// <summary>Draws first with what tells the kind kept, then without.</summary>
    private byte[]? Refused(Detector detector, ReadOnlySpan<byte> value, SurrogateStage? stage, ProbedValue? seen, ref SeededChoice choice)
    {
        foreach (var keepsKind in (ReadOnlySpan<bool>)[true, false])
        {
            var places = SurrogateShape.Of(detector, value, stage?.SetsOf(value, seen), keepsKind);
            var surrogate = new byte[value.Length];
            for (var time = 0; time < Math.Clamp(MostBytesTried / value.Length, 4, RefusedTries); time++)
            {
                Draw(value, places, surrogate, ref choice);
                if (detector.Mask == MaskStyle.Email)
                {
                    // No top-level domain is a number (RFC 3696, section 2), so nobody can take it for an address.
                    Number(surrogate.AsSpan(surrogate.LastIndexOf((byte)'.') + 1), ref choice);
                }

                if (!surrogate.AsSpan().SequenceEqual(value) && IsRefused(surrogate, stage))
                {
                    return surrogate;
                }
            }
        }

        return null;
    }

    private bool IsRefused(ReadOnlySpan<byte> surrogate, SurrogateStage? stage)
    {
        if (stage is null)
        {
            return true;
        }

        var text = stage.Set(surrogate);
        var end = stage.Start + surrogate.Length;
        return !stage.Probe.Touches(text, stage.Start, end) && !_look.Touches(text, stage.Start, end);
    }

    private static void Number(Span<byte> label, ref SeededChoice choice)
    {
        foreach (ref var sign in label)
        {
            sign = (byte)('0' + choice.Below(10));
        }
    }

    private static void Draw(ReadOnlySpan<byte> value, byte[]?[] places, Span<byte> surrogate, ref SeededChoice choice)
    {
        for (var at = 0; at < surrogate.Length; at++)
        {
            surrogate[at] = places[at] is { } choices ? choices[choice.Below(choices.Length)] : value[at];
        }
    }

    /// <summary>Where none is found: zeros and x, or x alone, or stars, so that nothing of the value is left.</summary>
    private byte[] Nothing(ReadOnlySpan<byte> value, SurrogateStage? stage)
    {
        foreach (var digit in "0x"u8)
        {
            var blank = new byte[value.Length];
            for (var at = 0; at < blank.Length; at++)
            {
                blank[at] = Ascii.IsDigit(value[at]) ? digit : Ascii.IsUpper(value[at]) ? (byte)'X' : Ascii.IsLower(value[at]) || value[at] >= 0x80 ? (byte)'x' : value[at];
            }

            if (IsRefused(blank, stage))
            {
                return blank;
            }
        }

        var stars = new byte[value.Length];
        Array.Fill(stars, (byte)'*');
        return stars;
    }
}
