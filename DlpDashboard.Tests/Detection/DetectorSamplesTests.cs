using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection;

public sealed class DetectorSamplesTests
{
    private static readonly TextInspector Everything = new(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));

    public static TheoryData<string, string> TrueSamples => Table(detector => detector.TrueSamples);

    public static TheoryData<string, string> FalseSamples => Table(detector => detector.FalseSamples);

    [Theory]
    [MemberData(nameof(TrueSamples))]
    public void A_true_sample_holds_exactly_one_value_of_its_detector(string id, string text)
    {
        var found = Everything.Inspect(text);
        Assert.True(found.Count(detection => detection.Detector.Id == id) == 1, $"found: {string.Join(" | ", found.Select(d => $"{d.Detector.Id} {d.Start}-{d.End} {d.Score}"))}");
    }

    [Theory]
    [MemberData(nameof(FalseSamples))]
    public void A_false_sample_holds_no_value_of_its_detector(string id, string text)
    {
        var found = Everything.Inspect(text);
        Assert.True(found.All(detection => detection.Detector.Id != id), $"found: {string.Join(" | ", found.Select(d => $"{d.Detector.Id} {d.Start}-{d.End} {d.Score}"))}");
    }

    [Fact]
    public void Each_detector_ships_five_true_and_five_false_samples()
    {
        Assert.NotEmpty(DetectorCatalogue.All);
        Assert.Empty(DetectorCatalogue.All.Where(detector => detector.TrueSamples.Count < 5 || detector.FalseSamples.Count < 5).Select(detector => detector.Id));
    }

    private static TheoryData<string, string> Table(Func<Detector, IReadOnlyList<string>> samples)
    {
        var table = new TheoryData<string, string>();
        foreach (var detector in DetectorCatalogue.All)
        {
            foreach (var sample in samples(detector))
            {
                table.Add(detector.Id, sample);
            }
        }

        return table;
    }
}
