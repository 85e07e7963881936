using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;

namespace DlpDashboard.Scans.History;

/// <summary>The scans whose changes make up a comparison: all after the earlier one, up to the later one, in the order they were asked for.</summary>
/// <param name="From">The earlier; null where only the later one counts.</param>
/// <param name="To">The later.</param>
/// <param name="ScanIds">Their ids, the later one last.</param>
/// <param name="HasGap">Whether one of them was deleted.</param>
internal sealed record ScanSpan(ScanRow? From, ScanRow To, IReadOnlyList<Guid> ScanIds, bool HasGap)
{
    /// <summary>Whether the later scan may have passed over what the earlier one looked at.</summary>
    public bool Narrows => From is not null && MayMiss(To.Plan, From.Plan);

    /// <summary>What a comparison over them cannot know.</summary>
    public IReadOnlyList<string> Notes()
    {
        var notes = new List<string>();
        Note(HasGap, "A scan between the two was deleted, and what it changed is not known any more.");
        Note(To.IsActive, "The later scan has not ended: more changes may come. Look again when it is done.");
        Note(!To.IsActive && To.State != ScanState.Completed, "The later scan did not come to its end: what it did not reach is told as it was before. Resume it for a complete comparison.");
        Note(To.UnlistedBuckets.Count > 0, $"The later scan could not list {Words.Counted(To.UnlistedBuckets.Count, "bucket")}: what lies there is told as it was before.");
        Note(Narrows, "The later scan's options leave out what the earlier one looked at: that is told as it was before.");
        Note(From is { State: not ScanState.Completed }, "The earlier scan did not come to its end: what it did not reach may stand here as new.");
        Note(From is not null && MayMiss(From.Plan, To.Plan), "The earlier scan's options leave out what the later one looked at: that may stand here as new.");
        return notes;

        void Note(bool holds, string sentence)
        {
            if (holds)
            {
                notes.Add(sentence);
            }
        }
    }

    /// <summary>Whether one plan has limits that another has not: the same limits miss the same.</summary>
    private static bool MayMiss(ScanPlan plan, ScanPlan other) =>
        (!plan.LeavesNothingOut() || plan.Detectors.Count > 0 || plan.BytesPerObject is not null)
        && !(plan.Prefixes.SequenceEqual(other.Prefixes, StringComparer.Ordinal)
            && plan.Extensions.SequenceEqual(other.Extensions, StringComparer.Ordinal)
            && plan.Include.SequenceEqual(other.Include, StringComparer.Ordinal)
            && plan.Exclude.SequenceEqual(other.Exclude, StringComparer.Ordinal)
            && plan.Detectors.SequenceEqual(other.Detectors, StringComparer.Ordinal)
            && (plan.MaxObjectBytes, plan.SamplePercent, plan.BytesPerObject) == (other.MaxObjectBytes, other.SamplePercent, other.BytesPerObject));
}
