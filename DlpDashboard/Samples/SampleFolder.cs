using System.Globalization;

namespace DlpDashboard.Samples;

/// <summary>
/// A made-up company's storage: files of many formats, some of which hold values that must be found. The same names and bytes for the same
/// count on every machine.
/// </summary>
internal static class SampleFolder
{
    private const int MostValues = 4;

    // A key is a file of its own, as tools write them.
    private static readonly string[] WholeFiles = ["private-key", "gcp-service-account"];

    private static readonly DateTime Newest = new(2026, 1, 15, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The files, made as they are asked for.</summary>
    public static IEnumerable<SampleFile> Files(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return Make(number, new Dice((ulong)number + 11));
        }
    }

    private static SampleFile Make(int number, Dice dice)
    {
        var bucket = BucketAt(number * 37 % 100);
        var (format, planted) = Plan(bucket, dice);
        var phrases = planted.Select(detector => PlantedValues.Of(detector, dice)).ToList();
        var key = $"{dice.Of(bucket.Folders)}/{SampleNames.Of(bucket.Name, format, planted, dice)}-{number.ToString("00000", CultureInfo.InvariantCulture)}{SampleNames.Ending(format, planted)}";
        return new SampleFile(bucket.Name, key, new SampleWriter(dice).Write(format, phrases), Newest.AddMinutes(-dice.Below(800 * 24 * 60)), planted);
    }

    private static (SampleFormat Format, IReadOnlyList<string> Planted) Plan(SampleBucket bucket, Dice dice)
    {
        var format = dice.Of(bucket.Formats);
        if (format is SampleFormat.Image or SampleFormat.Binary || dice.Below(100) >= bucket.PlantedShare)
        {
            return (format, []);
        }

        var first = dice.Of(bucket.Detectors);
        if (WholeFiles.Contains(first))
        {
            return (SampleFormat.KeyFile, [first]);
        }

        var small = bucket.Detectors.Except(WholeFiles).ToArray();
        return (format, [first, .. Enumerable.Range(0, dice.Below(MostValues)).Select(_ => dice.Of(small))]);
    }

    private static SampleBucket BucketAt(int percent)
    {
        foreach (var bucket in SampleBucket.All)
        {
            if ((percent -= bucket.Share) < 0)
            {
                return bucket;
            }
        }

        throw new InvalidOperationException("The shares of the buckets do not make a hundred.");
    }
}
