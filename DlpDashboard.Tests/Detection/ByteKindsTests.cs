using System.Runtime.Intrinsics;
using DlpDashboard.Detection.Matching;

namespace DlpDashboard.Tests.Detection;

public sealed class ByteKindsTests
{
    [Fact]
    public void Every_byte_has_the_same_kinds_looked_up_compared_and_taken_alone()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var alone = bytes.Select(value => ByteKinds.Of(value)).ToArray();
        for (var at = 0; at < bytes.Length; at += 64)
        {
            Assert.Equal(alone[at..(at + 64)], Bytes(ByteKinds.Of(ref bytes[at])));
            Assert.Equal(alone[at..(at + 64)], Bytes(ByteKinds.ByComparing(Vector512.LoadUnsafe(ref bytes[at]))));
        }
    }

    [Theory]
    [InlineData('a', ByteKinds.Letter | ByteKinds.Word | ByteKinds.Base64 | ByteKinds.Small)]
    [InlineData('Z', ByteKinds.Letter | ByteKinds.Word | ByteKinds.Base64 | ByteKinds.Capital)]
    [InlineData('7', ByteKinds.Digit | ByteKinds.Part | ByteKinds.Word | ByteKinds.Base64)]
    [InlineData('/', ByteKinds.Part | ByteKinds.Base64)]
    [InlineData('.', ByteKinds.Part)]
    [InlineData('_', ByteKinds.Word)]
    [InlineData('+', ByteKinds.Base64)]
    [InlineData('@', 0)]
    [InlineData('\u00C3', ByteKinds.Small)]
    public void A_byte_is_of_the_kinds_that_its_name_says(char sign, int kinds) => Assert.Equal(kinds, ByteKinds.Of((byte)sign));

    [Fact]
    public void A_mask_tells_which_of_64_bytes_are_of_a_kind()
    {
        var text = "a1_ b2/C3-"u8.ToArray().Concat(new byte[54]).ToArray();
        Assert.Equal((1UL << 1) | (1UL << 5) | (1UL << 8), ByteKinds.Those(ByteKinds.Of(ref text[0]), ByteKinds.Digit));
        Assert.Equal(1UL << 7, ByteKinds.Those(ByteKinds.Of(ref text[0]), ByteKinds.Capital));
    }

    private static byte[] Bytes(Vector512<byte> vector) => [.. Enumerable.Range(0, 64).Select(at => vector[at])];
}
