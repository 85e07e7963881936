using System.Text;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Tests.Detection.Custom;

public sealed class ChecksumRulesTests
{
    [Theory]
    [InlineData(ChosenChecksum.Luhn, "7992 7398 713")]
    [InlineData(ChosenChecksum.Mod97, "5493001KJTIIGC8Y1R12")]
    [InlineData(ChosenChecksum.Iban, "GB82 WEST 1234 5698 7654 32")]
    [InlineData(ChosenChecksum.Verhoeff, "2363")]
    [InlineData(ChosenChecksum.Damm, "5724")]
    [InlineData(ChosenChecksum.Mod11, "0-306-40615-2")]
    [InlineData(ChosenChecksum.Mod11, "080442957X")]
    [InlineData(ChosenChecksum.Mod1110, "07945")]
    [InlineData(ChosenChecksum.None, "anything")]
    public void A_value_with_the_right_check_digit_holds_and_no_other_last_digit_does(ChosenChecksum checksum, string value)
    {
        Assert.True(Holds(checksum, value));
        if (checksum != ChosenChecksum.None)
        {
            Assert.All("0123456789".Where(digit => digit != value[^1]), digit => Assert.False(Holds(checksum, value[..^1] + digit)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- --")]
    [InlineData("7")]
    [InlineData("12a4")]
    [InlineData("X123")]
    public void What_is_no_number_never_holds(string value)
    {
        Assert.False(Holds(ChosenChecksum.Luhn, value));
        Assert.False(Holds(ChosenChecksum.Mod11, value));
        Assert.False(Holds(ChosenChecksum.Damm, value));
    }

    [Fact]
    public void A_number_longer_than_any_issued_never_holds() => Assert.All(Enum.GetValues<ChosenChecksum>().Skip(1), checksum => Assert.False(Holds(checksum, new string('0', 65))));

    private static bool Holds(ChosenChecksum checksum, string value) => ChecksumRules.Holds(checksum, Encoding.UTF8.GetBytes(value));
}
