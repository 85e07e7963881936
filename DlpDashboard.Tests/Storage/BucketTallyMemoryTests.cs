using System.Text.Json;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Storage;

/// <summary>What a bucket's count holds does not grow with the bucket.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class BucketTallyMemoryTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_hundred_thousand_hostile_keys_take_no_more_memory_than_a_thousand()
    {
        var (few, fewState) = Memory(2_000);
        var (many, manyState) = Memory(100_000);
        Assert.True(many < few + 2_000_000, $"{few} bytes for 2,000 keys, {many} for 100,000");
        Assert.True(manyState < 2 * fewState, $"{fewState} letters of state for 2,000 keys, {manyState} for 100,000");
    }

    private static (long Bytes, int State) Memory(int keys)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var tally = new BucketTally(Now, 0);
        var filler = new string('\u0007', 900);
        for (var at = 0; at < keys; at++)
        {
            // Each its own prefix, extension and class, a kilobyte long, with control characters.
            tally.Add(new StoredObject("bucket", $"{at:D7}{filler}/x.e{at}", at, "v", Now, $"class {at} {filler}"));
        }

        var used = GC.GetTotalMemory(forceFullCollection: true) - before;
        var state = JsonSerializer.Serialize(tally.Save(), JsonSerializerOptions.Web).Length;
        GC.KeepAlive(tally);
        return (used, state);
    }
}
