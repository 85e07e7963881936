using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Images;

/// <summary>How many pixels a PNG or JPEG says it has: a picture of a few bytes may be larger than memory.</summary>
internal static class PictureSize
{
    /// <summary>Pixels, or null where they are not told.</summary>
    public static long? Of(ReadOnlySpan<byte> picture)
    {
        if (picture.Length > 24 && picture[0] == 0x89)
        {
            return (long)BinaryPrimitives.ReadUInt32BigEndian(picture[16..]) * BinaryPrimitives.ReadUInt32BigEndian(picture[20..]);
        }

        // The frame's head of JPEG, SOF0 to SOF15 but for DHT, JPG and DAC.
        for (var at = 2; at + 9 < picture.Length && picture[at] == 0xFF;)
        {
            if (picture[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (long)BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 5)..]) * BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 7)..]);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
        }

        return null;
    }
}
