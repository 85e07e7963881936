using System.Globalization;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli.Bench;

/// <summary>How the cost grows with the number of detectors: 60, 130 and all, spread evenly over the catalogue, each with a layout sought for it.</summary>
internal static class GrowthBench
{
    private static readonly int[] Sizes = [60, 130];

    /// <summary>Writes megabytes a second by number of detectors.</summary>
    public static void Write(Utf8JsonWriter writer, byte[] corpus)
    {
        writer.WriteStartObject("growth");
        foreach (var size in Sizes.Append(DetectorCatalogue.All.Count))
        {
            string[] ids = [.. DetectorCatalogue.All.Where((_, place) => place * size / DetectorCatalogue.All.Count != (place - 1) * size / DetectorCatalogue.All.Count || place == 0).Select(detector => detector.Id)];
            var engine = ids.Length == DetectorCatalogue.All.Count ? DetectionEngine.Create() : DetectionEngine.CreateAlone(ids, Likelihood.Possible);
            writer.WriteNumber(ids.Length.ToString(CultureInfo.InvariantCulture), Math.Round(corpus.Length / 1e6 / new BenchRun(engine, corpus, 1).Measure().Seconds, 1));
        }

        writer.WriteEndObject();
    }
}
