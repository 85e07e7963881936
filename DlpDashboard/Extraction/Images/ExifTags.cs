namespace DlpDashboard.Extraction.Images;

/// <summary>The tags of EXIF (CIPA DC-008) and TIFF 6.0 that say something about people, places and devices.</summary>
internal static class ExifTags
{
    /// <summary>The directory of EXIF.</summary>
    public const int Exif = 0x8769;

    /// <summary>The directory of the place.</summary>
    public const int Gps = 0x8825;

    /// <summary>IPTC's records.</summary>
    public const int Iptc = 0x83BB;

    /// <summary>XMP.</summary>
    public const int Xmp = 0x02BC;

    private static readonly Dictionary<int, string> Names = new()
    {
        [0x010D] = "DocumentName",
        [0x010E] = "ImageDescription",
        [0x010F] = "Make",
        [0x0110] = "Model",
        [0x011D] = "PageName",
        [0x0131] = "Software",
        [0x0132] = "DateTime",
        [0x013B] = "Artist",
        [0x013C] = "HostComputer",
        [0x8298] = "Copyright",
        [0x9003] = "DateTimeOriginal",
        [0x9286] = "UserComment",
        [0x9C9B] = "XPTitle",
        [0x9C9C] = "XPComment",
        [0x9C9D] = "XPAuthor",
        [0x9C9E] = "XPKeywords",
        [0x9C9F] = "XPSubject",
        [0xA420] = "ImageUniqueID",
        [0xA430] = "CameraOwnerName",
        [0xA431] = "BodySerialNumber",
        [0xA433] = "LensMake",
        [0xA434] = "LensModel",
        [0xA435] = "LensSerialNumber",
        [0xC62F] = "CameraSerialNumber",
    };

    /// <summary>A tag's name, or null where it is not read.</summary>
    public static string? NameOf(int tag) => Names.GetValueOrDefault(tag);

    /// <summary>Whether a tag's bytes are UTF-16, as Windows writes them.</summary>
    public static bool IsWide(int tag) => tag is >= 0x9C9B and <= 0x9C9F;
}
