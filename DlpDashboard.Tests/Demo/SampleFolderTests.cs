using System.Security.Cryptography;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Demo;

public sealed class SampleFolderTests
{
    [Fact]
    public void The_same_count_makes_the_same_names_and_bytes_each_time()
    {
        var first = SampleFolder.Files(300).Select(Print).ToList();
        Assert.Equal(first, SampleFolder.Files(300).Select(Print));
        Assert.Equal(300, first.Distinct().Count());
    }

    [Fact]
    public void Every_bucket_and_format_is_there_and_every_detector_of_the_buckets_is_planted()
    {
        var files = SampleFolder.Files(2000).ToList();
        Assert.Equal(100, SampleBucket.All.Sum(bucket => bucket.Share));
        Assert.Equal(SampleBucket.All.Select(bucket => bucket.Name).Order(), files.Select(file => file.Bucket).Distinct().Order());
        Assert.Equal(SampleBucket.All.SelectMany(bucket => bucket.Detectors).Distinct().Order(), files.SelectMany(file => file.Planted).Distinct().Order());
        Assert.Equal(22, files.Select(file => file.Key[file.Key.IndexOf('.')..]).Distinct().Count());
        Assert.All(files, file => Assert.InRange(file.Bytes.Length, 1, 100_000));
    }

    private static string Print(SampleFile file) => $"{file.Bucket}/{file.Key} {Convert.ToHexString(SHA256.HashData(file.Bytes))}";
}
