using DlpDashboard.Detection.Checks;

namespace DlpDashboard.Detection.Verification;

/// <summary>Numbers that an office gives out in fixed layouts: one class a detector names the layouts and checks what was read.</summary>
internal abstract class NumberRule : DetectorRule
{
    private const int ShortestCard = 13;

    // Small letters up to f and digits are the beginning of a hash far more often than a number of an office.
    private const double HashShare = 0.2;

    // Digits in sequence are a placeholder; an office may have given one out all the same.
    private static readonly (double Alone, double Supported) InSequence = (0.05, 0.35);

    private readonly ValueLayout[] _layouts;

    /// <param name="layouts">How it is written, in the language of <see cref="ValueLayout"/>.</param>
    protected NumberRule(params string[] layouts) => _layouts = [.. layouts.Select(ValueLayout.Parse)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fingerprints => [.. _layouts.Select(layout => layout.Fingerprint)];

    /// <summary>Scores in one run, in groups, and with a supporting word or key.</summary>
    protected virtual (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    /// <summary>Scores of a value that <see cref="IsWellFormed"/> only, alone and with a supporting word or key.</summary>
    protected virtual (double Alone, double Supported) Formed => (0.1, 0.6);

    /// <summary>What a value keeps of its score alone, at most all of it: less where few values of its kind look so, so that another kind with the same digits is the likelier.</summary>
    /// <param name="value">Digits and capitals, without separators.</param>
    protected virtual double Share(ReadOnlySpan<byte> value) => 1;

    /// <summary>Whether it is nothing without a supporting word or key: numbers without a check digit.</summary>
    protected virtual bool NeedsSupport => false;

    /// <summary>What its check says.</summary>
    protected virtual ReasonFlags Flags => NeedsSupport ? ReasonFlags.Structure : ReasonFlags.Checksum;

    /// <inheritdoc/>
    public override int Revision => 2;

    /// <inheritdoc/>
    public override double AloneAtMost(string fingerprint) => NeedsSupport ? 0 : _layouts.Where(layout => layout.Fingerprint == fingerprint).Max(layout => layout.IsGrouped ? Scores.Grouped : Scores.Run);

    /// <inheritdoc/>
    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> room = stackalloc byte[ValueLayout.Longest];
        foreach (var layout in _layouts)
        {
            var reading = Read(layout, candidate, room, out var value, out var end);
            if (reading == NumberReading.None)
            {
                continue;
            }

            candidate.Work += value.Length;
            return reading != NumberReading.Refused && Judge(ref candidate, layout, value, end, reading);
        }

        return false;
    }

    private static NumberReading Read(ValueLayout layout, in Candidate candidate, Span<byte> room, out ReadOnlySpan<byte> value, out int end)
    {
        if (candidate.Numbers is { } memo)
        {
            return memo.Read(layout, candidate, out value, out end);
        }

        var reading = NumberMemo.ReadAnew(layout, candidate, room, out var length, out end);
        value = room[..length];
        return reading;
    }

    private bool Judge(ref Candidate candidate, ValueLayout layout, scoped ReadOnlySpan<byte> value, int end, NumberReading reading)
    {
        var start = candidate.Anchor;
        if (reading == NumberReading.InSequence)
        {
            return !NeedsSupport && (IsValid(value) || (layout.IsGrouped && IsWellFormed(value)))
                && candidate.Accept(start, end, InSequence.Alone, InSequence.Supported, Flags | ReasonFlags.RepeatedDigits);
        }

        var isHash = reading == NumberReading.HashLike;
        var needsSupport = NeedsSupport || (isHash && value.Length >= ShortestCard);
        if (!IsValid(value))
        {
            return IsWellFormed(value) && (needsSupport ? candidate.AcceptSupported(start, end, Formed.Supported, ReasonFlags.Structure)
                : candidate.Accept(start, end, Formed.Alone * ShareOf(value, isHash), Formed.Supported, ReasonFlags.Structure));
        }

        if (!layout.IsGrouped && !needsSupport && value.Length == end - start && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && NumberReader.IsInTableOfFewDigits(ref candidate, start, end))
        {
            return candidate.Accept(start, end, 0.1, Scores.Supported, Flags | ReasonFlags.RepeatedDigits);
        }

        return needsSupport ? candidate.AcceptSupported(start, end, Scores.Supported, Flags)
            : candidate.Accept(start, end, (layout.IsGrouped ? Scores.Grouped : Scores.Run) * ShareOf(value, isHash), Scores.Supported, Flags);
    }

    private double ShareOf(ReadOnlySpan<byte> value, bool isHash) => (isHash ? HashShare : 1) * Share(value);

    /// <summary>Whether the office could have given out this value.</summary>
    /// <param name="value">Digits and capitals, without separators.</param>
    protected abstract bool IsValid(ReadOnlySpan<byte> value);

    /// <summary>Whether a value that <see cref="IsValid"/> refuses may be one all the same: its issuer gives out numbers whose check digit does not hold, or has none.</summary>
    /// <param name="value">Digits and capitals, without separators.</param>
    protected virtual bool IsWellFormed(ReadOnlySpan<byte> value) => false;

    /// <summary>A row of the catalogue for a national number.</summary>
    protected Detector National(string id, string name, string region, string validation, string source, string[] words, string[] trues, string[] falses, string category = "identity", Severity severity = Severity.High) => new()
    {
        Id = id,
        Name = name,
        Category = category,
        Region = region,
        Validation = validation,
        LikelihoodWithoutContext = Likelihood.Unlikely,
        DefaultSeverity = severity,
        ContextWords = words,
        // Long ones can be valid card numbers by chance: then the likelier stays.
        Claim = _layouts.Any(layout => layout.Length >= ShortestCard) ? Claim.CheckedNumber : Claim.Form,
        Mask = MaskStyle.LastTwo,
        Source = source,
        TrueSamples = trues,
        FalseSamples = falses,
    };
}
