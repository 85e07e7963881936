using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>Listed objects that the plan's rules left out: a number for each <see cref="LeftOutBy"/>. What a prefix kept out of the listing is not known.</summary>
/// <param name="Prefix">Outside the prefixes.</param>
/// <param name="Extension">Other extensions.</param>
/// <param name="Pattern">By a pattern.</param>
/// <param name="Size">Larger than the ceiling.</param>
/// <param name="Sample">Not part of the sample.</param>
/// <param name="Bytes">Bytes of all of them.</param>
public sealed record ScanLeftOut(long Prefix, long Extension, long Pattern, long Size, long Sample, long Bytes)
{
    /// <summary>Nothing was left out.</summary>
    public static ScanLeftOut Zero { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>All objects that were left out.</summary>
    public long Total() => Prefix + Extension + Pattern + Size + Sample;

    /// <summary>One object more.</summary>
    public ScanLeftOut With(LeftOutBy by, long bytes) => by switch
    {
        LeftOutBy.Prefix => this with { Prefix = Prefix + 1, Bytes = Bytes + bytes },
        LeftOutBy.Extension => this with { Extension = Extension + 1, Bytes = Bytes + bytes },
        LeftOutBy.Pattern => this with { Pattern = Pattern + 1, Bytes = Bytes + bytes },
        LeftOutBy.Size => this with { Size = Size + 1, Bytes = Bytes + bytes },
        LeftOutBy.Sample => this with { Sample = Sample + 1, Bytes = Bytes + bytes },
        _ => this,
    };

    /// <summary>Both together.</summary>
    public ScanLeftOut Plus(ScanLeftOut other) => new(
        Prefix + other.Prefix, Extension + other.Extension, Pattern + other.Pattern, Size + other.Size, Sample + other.Sample, Bytes + other.Bytes);
}
