using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection;

public sealed class ValueMaskTests
{
    [Theory]
    [InlineData("payment-card", "4539 1488 0343 6467", "4539********6467")]
    [InlineData("iban", "DE89 3704 0044 0532 0130 00", "DE89**************3000")]
    [InlineData("us-ssn", "536-22-1947", "*******47")]
    [InlineData("email", "ana.lopez@bluewater.io", "a***@b***.io")]
    [InlineData("email", "a@b.io", "***@***.io")]
    [InlineData("ip-address", "81.2.69.160", "81.***")]
    [InlineData("password-assignment", "hunter2!X", "********")]
    [InlineData("password-assignment", "a much longer secret than that", "********")]
    [InlineData("aws-access-key", "AKIA" + "Z7QJ4XN2KD6WPTR5", "AKIA********")]
    [InlineData("date-of-birth", "1985-03-12", "********")]
    [InlineData("phone", "+49 30 1234567", "*********67")]
    [InlineData("payment-card", "4539", "********")]
    [InlineData("us-ssn", "536", "********")]
    public void Values_are_masked_by_their_detectors_rule(string id, string value, string expected) =>
        Assert.Equal(expected, ValueMask.Of(DetectorCatalogue.Find(id)!, Encoding.UTF8.GetBytes(value)));

    [Fact]
    public void Nothing_of_a_secret_is_left()
    {
        foreach (var detector in DetectorCatalogue.All.Where(detector => detector.Category == "secret"))
        {
            foreach (var sample in detector.TrueSamples)
            {
                var found = new TextInspector(DetectionEngine.Create([detector.Id], Likelihood.VeryUnlikely));
                var (masked, clear) = (found.Inspect(sample)[0].Value, found.Inspect(sample, showValues: true)[0].Value);
                Assert.EndsWith("********", masked, StringComparison.Ordinal);
                Assert.True(masked.Length <= 19 && clear.StartsWith(masked[..^8], StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Hashes_need_the_key()
    {
        var (one, other) = (new byte[32], Enumerable.Repeat((byte)1, 32).ToArray());
        Assert.Equal(ValueHash.Of("536-22-1947"u8, one), ValueHash.Of("536-22-1947"u8, one));
        Assert.NotEqual(ValueHash.Of("536-22-1947"u8, one), ValueHash.Of("536-22-1947"u8, other));
        Assert.NotEqual(ValueHash.Of("536-22-1947"u8, one), ValueHash.Of("536-22-1948"u8, one));
        Assert.Equal(ValueHash.Length, ValueHash.Of("x"u8, one).Length);
        Assert.Throws<ArgumentException>(() => ValueHash.Of("x"u8, []));
    }
}
