using DlpDashboard.Detection;
using DlpDashboard.Detection.Matching;
using DlpDashboard.Tests.House;

namespace DlpDashboard.Tests.Detection;

/// <summary>The prefilter's layout is sought beforehand and kept; <c>scripts/layout.sh</c> seeks it anew.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void The_kept_layout_has_every_fingerprint_and_no_other()
    {
        var fingerprints = DetectionEngine.Create().Fingerprints;
        if (Environment.GetEnvironmentVariable("DLP_RENEW_LAYOUT") == "1")
        {
            File.WriteAllText(Path.Combine(Sources.Root, "DlpDashboard", "Detection", "Matching", "Layout.txt"), LayoutTable.Write(fingerprints, LayoutSearch.Find(fingerprints)));
            return;
        }

        Wall.Holds(fingerprints.Select(fingerprint => fingerprint.Row).Except(LayoutTable.Rows()).Select(row => $"scripts/layout.sh has not seen {row}"));
        Wall.Holds(LayoutTable.Rows().Except(fingerprints.Select(fingerprint => fingerprint.Row)).Select(row => $"no detector has {row} any more: run scripts/layout.sh"));
    }

    [Fact]
    public void A_fingerprint_that_the_layout_does_not_know_is_found_all_the_same()
    {
        var fingerprints = DetectionEngine.Create().Fingerprints;
        var known = LayoutTable.Read(fingerprints);
        var completed = LayoutSearch.Complete(fingerprints, known with { Buckets = [.. known.Buckets.Select((bucket, index) => index % 20 == 0 ? -1 : bucket)] });
        Assert.All(completed.Buckets, bucket => Assert.InRange(bucket, 0, known.BucketCount - 1));
        Assert.All(known.Buckets.Index().Where(pair => pair.Index % 20 != 0), pair => Assert.Equal(pair.Item, completed.Buckets[pair.Index]));
    }
}
