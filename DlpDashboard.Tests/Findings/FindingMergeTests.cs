using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Tests.Findings;

public sealed class FindingMergeTests
{
    private static readonly Guid Organisation = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Endpoint = new("00000000-0000-0000-0000-000000000002");
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_first_sighting_opens_a_finding_and_counts_it_once()
    {
        var merge = Run(Batch(Monday, Seen("a.csv", "email", count: 3)));

        var row = Assert.Single(merge.Added);
        Assert.Equal((FindingStatus.Open, 3L, Monday, Monday), (row.Status, row.Count, row.FirstSeenUtc, row.LastSeenUtc));
        Assert.Equal(FindingChangeKind.New, Assert.Single(merge.Changes).Kind);
        var total = Assert.Single(merge.Deltas.ToRows());
        Assert.Equal((1L, 3L, FindingStatus.Open), (total.Findings, total.Values, total.Status));
    }

    [Fact]
    public void Seeing_the_same_again_changes_no_total_and_keeps_the_first_time()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;

        var merge = Run(Batch(Monday.AddDays(1), Seen("a.csv", "email", count: 3)), known);

        Assert.Empty(merge.Deltas.ToRows());
        Assert.Empty(merge.SeenAgain);
        Assert.Equal(known[0].Id, Assert.Single(merge.SeenTheSame));
        Assert.Equal(FindingChangeKind.SeenAgain, Assert.Single(merge.Changes).Kind);
        Assert.Equal(Monday, known[0].FirstSeenUtc);
    }

    [Fact]
    public void The_same_count_with_other_samples_is_written_anew()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;
        var seen = Seen("a.csv", "email", count: 3);
        var sample = new FindingSample("j***@example.test", "00ff", Likelihood.Likely, 0.7, ["structure"], new TextLocation(Line: 3, Column: 1));

        var merge = Run(Batch(Monday.AddDays(1), seen with { Findings = [seen.Findings[0] with { Samples = [sample] }] }), known);

        Assert.Empty(merge.SeenTheSame);
        Assert.Contains("j***@example.test", Assert.Single(merge.SeenAgain).SamplesJson, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_count_moves_only_the_values()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;

        var total = Assert.Single(Run(Batch(Monday.AddDays(1), Seen("a.csv", "email", count: 10)), known).Deltas.ToRows());

        Assert.Equal((0L, 7L), (total.Findings, total.Values));
    }

    [Fact]
    public void What_a_complete_object_no_longer_holds_is_resolved_with_a_reason()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;

        var merge = Run(Batch(Monday.AddDays(1), Empty("a.csv", isComplete: true)), known);

        Assert.Empty(merge.Added);
        Assert.Empty(merge.SeenAgain);
        var row = Assert.Single(merge.Closed);
        Assert.Equal(FindingStatus.Resolved, row.Status);
        Assert.Equal(Monday.AddDays(1), row.GoneUtc);
        Assert.Equal("No longer in the object.", Assert.Single(merge.Steps).Reason);
        Assert.Equal([(FindingStatus.Open, -1L), (FindingStatus.Resolved, 1L)], merge.Deltas.ToRows().Select(t => (t.Status, t.Findings)));
    }

    [Fact]
    public void An_object_read_in_part_closes_nothing()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;

        var merge = Run(Batch(Monday.AddDays(1), Empty("a.csv", isComplete: false)), known);

        Assert.Empty(merge.Added);
        Assert.Empty(merge.SeenAgain);
        Assert.Empty(merge.Closed);
        Assert.Empty(merge.Deltas.ToRows());
    }

    [Fact]
    public void A_resolved_finding_opens_again_when_it_is_seen_again()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;
        var gone = Run(Batch(Monday.AddDays(1), Empty("a.csv", isComplete: true)), known).Closed;

        var merge = Run(Batch(Monday.AddDays(2), Seen("a.csv", "email", count: 4)), gone);

        var row = Assert.Single(merge.SeenAgain);
        Assert.Equal((FindingStatus.Open, (DateTime?)null), (row.Status, row.GoneUtc));
        Assert.Equal(FindingChangeKind.Reopened, Assert.Single(merge.Changes).Kind);
        Assert.Equal([(FindingStatus.Open, 1L, 4L), (FindingStatus.Resolved, -1L, -3L)], merge.Deltas.ToRows().Select(t => (t.Status, t.Findings, t.Values)));
    }

    [Fact]
    public void A_false_positive_stays_one_through_going_and_coming_back()
    {
        var known = Run(Batch(Monday, Seen("a.csv", "email", count: 3))).Added;
        known[0].Status = FindingStatus.FalsePositive;

        var gone = Run(Batch(Monday.AddDays(1), Empty("a.csv", isComplete: true)), known).Closed;
        var back = Run(Batch(Monday.AddDays(2), Seen("a.csv", "email", count: 3)), gone).SeenAgain;

        Assert.Equal(FindingStatus.FalsePositive, Assert.Single(gone).Status);
        Assert.Equal((FindingStatus.FalsePositive, (DateTime?)null), (Assert.Single(back).Status, back[0].GoneUtc));
    }

    [Fact]
    public void Applying_a_batch_twice_adds_nothing()
    {
        var batch = Batch(Monday, Seen("a.csv", "email", count: 3), Seen("b.csv", "us-ssn", count: 1));
        var once = Run(batch).Added;

        Assert.Empty(Run(batch, once).Deltas.ToRows());
    }

    [Fact]
    public void Hostile_keys_are_kept_as_text_that_can_be_stored()
    {
        var row = Assert.Single(Run(Batch(Monday, Seen("a\0b\ud800<script>", "email", count: 1))).Added);

        Assert.Equal("a\u2400b\ufffd<script>", row.ObjectKey);
    }

    private static FindingMerge Run(FindingBatch batch, IReadOnlyList<Finding>? known = null)
    {
        var merge = new FindingMerge(batch, (known ?? []).ToDictionary(row => row.Id));
        merge.Run();
        return merge;
    }

    private static FindingBatch Batch(DateTime atUtc, params SeenObject[] objects) => new(Organisation, Endpoint, Guid.Empty, atUtc, objects);

    private static SeenObject Empty(string key, bool isComplete) => new(StableId.OfObject(Endpoint, "b", key), "b", key, isComplete, []);

    private static SeenObject Seen(string key, string detector, long count) => Empty(key, isComplete: true) with
    {
        Findings = [new SeenFinding(detector, "personal", Severity.Medium, Likelihood.Likely, count, [])],
    };
}
