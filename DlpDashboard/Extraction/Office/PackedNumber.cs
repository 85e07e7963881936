namespace DlpDashboard.Extraction.Office;

/// <summary>Numbers in four bytes ([MS-XLS] 2.5.217): the upper 30 bits of a number, or a whole one; bit 0: hundredths.</summary>
internal static class PackedNumber
{
    /// <summary>The number.</summary>
    public static double Value(uint packed)
    {
        var value = (packed & 2) != 0 ? (int)packed >> 2 : BitConverter.UInt64BitsToDouble((ulong)(packed & ~3u) << 32);
        return (packed & 1) != 0 ? value / 100 : value;
    }
}
