using DlpDashboard.UI;
using DlpDashboard.UI.Time;

namespace DlpDashboard.Scans.Planning;

/// <summary>What an estimate is put together from.</summary>
/// <param name="Plan">The plan, tidy.</param>
/// <param name="Tally">What was counted.</param>
/// <param name="Listing">How far the listing came.</param>
/// <param name="Listed">How long it took.</param>
/// <param name="Pace">How fast scans go.</param>
/// <param name="Whole">How much an earlier scan listed.</param>
internal sealed record ScanEstimateParts(
    ScanPlan Plan, ScanEstimateTally Tally, ScanEstimateListing Listing, TimeSpan Listed, ScanPace Pace, (ScanEstimateShare Listed, DateTime AtUtc)? Whole)
{
    private const int BucketsNamed = 3;

    /// <summary>Whether the rest can be told from an earlier scan: where all was being listed and that scan saw more.</summary>
    private bool IsExtrapolated => !Listing.IsListed && !Listing.IsScopeListed && Plan.Prefixes.Count == 0 && Tally.Listed.Objects > 0 && Whole is { } whole && whole.Listed.Objects > Tally.Listed.Objects;

    private double ObjectsFactor => IsExtrapolated ? (double)Whole!.Value.Listed.Objects / Tally.Listed.Objects : 1;

    private double BytesFactor => !IsExtrapolated ? 1 : Tally.Listed.Bytes == 0 ? ObjectsFactor : Math.Max(1, (double)Whole!.Value.Listed.Bytes / Tally.Listed.Bytes);

    private long BytesToRead => Scaled(Tally.BytesToRead, BytesFactor);

    /// <summary>The part of the reading that the byte budget lets happen.</summary>
    private double BudgetFactor => Plan.ByteBudget is { } budget && budget < BytesToRead ? (double)budget / BytesToRead : 1;

    private ScanEstimateTime Unbounded => Pace.Time(Tally.Wanted.Objects * ObjectsFactor * BudgetFactor, BytesToRead * BudgetFactor, Listed * ObjectsFactor);

    /// <summary>The estimate.</summary>
    public ScanEstimate Estimate()
    {
        var lists = Scaled(Tally.Pages, ObjectsFactor);
        var looked = Scaled(Tally.LeftOut(LeftOutBy.None).Objects, ObjectsFactor);
        var population = Math.Max(looked, Scaled(Tally.Population, ObjectsFactor));
        return new ScanEstimate(
            Listing.IsScopeListed ? ScanEstimateCertainty.Counted : IsExtrapolated ? ScanEstimateCertainty.Extrapolated : ScanEstimateCertainty.LowerBound,
            Share(Tally.Listed),
            Share(Tally.Wanted).Objects,
            Share(Tally.Wanted).Bytes,
            Plan.ByteBudget is { } budget ? Math.Min(budget, BytesToRead) : BytesToRead,
            [.. Enum.GetValues<LeftOutBy>().Where(rule => rule != LeftOutBy.None && Tally.LeftOut(rule).Objects > 0).Select(LeftOut)],
            Share(Tally.Unchanged),
            Share(Tally.Cold),
            Share(Tally.Unreadable),
            Share(Tally.Unsupported),
            new ScanEstimateRequests(lists, Scaled(Tally.Bill.Gets, ObjectsFactor * BudgetFactor)),
            Tally.Bill.Total(lists, ObjectsFactor * BudgetFactor, BytesFactor * BudgetFactor),
            Time(),
            Plan.SamplePercent is null ? null : SampleBound.OfClean(population, looked),
            [.. Basis()]);
    }

    private static long Scaled(long value, double factor) => factor == 1 ? value : (long)Math.Min(long.MaxValue / 2, Math.Round(value * factor));

    private ScanEstimateTime Time() => Plan.TimeBudget is { } budget
        ? new ScanEstimateTime(Math.Min(budget.TotalSeconds, Unbounded.AtLeastSeconds), Math.Min(budget.TotalSeconds, Unbounded.AtMostSeconds))
        : Unbounded;

    private ScanEstimateShare Share(ScanEstimateTally.Amount amount) => new(Scaled(amount.Objects, ObjectsFactor), Scaled(amount.Bytes, BytesFactor));

    private ScanEstimateLeftOut LeftOut(LeftOutBy rule) => new(rule, Share(Tally.LeftOut(rule)).Objects, Share(Tally.LeftOut(rule)).Bytes);

    private IEnumerable<string> Basis()
    {
        yield return Counted();
        if (Listing.UnlistedBuckets is { Count: > 0 } unlisted)
        {
            yield return $"Not counted: {Words.Counted(unlisted.Count, "bucket")} that could not be listed. {string.Join(' ', unlisted.Take(BucketsNamed))}";
        }

        yield return Pace.Source;
        if (Plan.TimeBudget is { } time && Unbounded.AtMostSeconds > time.TotalSeconds)
        {
            yield return $"The time budget of {Durations.Of(time)} may stop it before its end.";
        }

        if (BudgetFactor < 1)
        {
            yield return $"The byte budget stops it after {Figures.Bytes(Plan.ByteBudget!.Value)} of {Figures.Bytes(BytesToRead)}; requests, time and cost are told up to there.";
        }

        if (Tally.Cold.Objects > 0)
        {
            yield return "Archived objects cannot be read before they are restored; restoring costs extra and is not in the estimate.";
        }
    }

    private string Counted()
    {
        var seen = $"{Words.Counted(Tally.Listed.Objects, "object")} in {(Listed < TimeSpan.FromSeconds(1) ? "a moment" : Durations.Of(Listed))}";
        if (Listing.IsListed)
        {
            return $"Listed just now: {seen}.";
        }

        if (Listing.IsScopeListed)
        {
            return $"All below the prefixes was listed just now. Listing the rest was stopped at {seen}: at least so much is left out.";
        }

        return IsExtrapolated
            ? $"Listing was stopped at {seen}. The rest is taken to be like these, up to the {Words.Counted(Whole!.Value.Listed.Objects, "object")} that the scan of {Whole.Value.AtUtc:yyyy-MM-dd} saw."
            : $"Listing was stopped at {seen}, and no complete scan tells how much there is: it is at least this, probably more.";
    }
}
