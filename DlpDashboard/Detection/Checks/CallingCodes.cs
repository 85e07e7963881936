namespace DlpDashboard.Detection.Checks;

/// <summary>Country calling codes assigned by ITU-T E.164.</summary>
internal static class CallingCodes
{
    private static readonly bool[] Assigned = Read(
        "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 "
        + "211 212 213 216 218 220-269 290 291 297-299 350-359 370-383 385-387 389 420 421 423 500-509 590-599 670 672-683 685-692 800 808 850 852 853 855 856 870 878 880-883 886 888 960-968 970-977 979 992-996 998");

    /// <summary>Whether a number begins with an assigned code.</summary>
    public static bool Begins(ReadOnlySpan<byte> digits)
    {
        var one = digits[0];
        var two = (one * 10) + digits[1];
        return Assigned[one] || Assigned[two] || Assigned[(two * 10) + digits[2]];
    }

    private static bool[] Read(string codes)
    {
        var assigned = new bool[1000];
        foreach (var entry in codes.Split(' '))
        {
            var ends = entry.Split('-').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Array.Fill(assigned, true, ends[0], ends[^1] - ends[0] + 1);
        }

        return assigned;
    }
}
