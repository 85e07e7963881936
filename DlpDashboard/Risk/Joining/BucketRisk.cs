using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Risk.Joining;

/// <summary>The joined risk of a bucket as it stands: one row, with what lists show, filter and sort by. Follows from other rooms' rows and can be made anew from them at any time.</summary>
public sealed class BucketRisk
{
    /// <summary>Kinds of data kept with a row; the rest is only counted.</summary>
    public const int MaxTypes = 6;

    /// <summary>The bucket (<see cref="Kernel.StableId.OfBucket"/>).</summary>
    public Guid BucketId { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Its name.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Where it lies, where the provider tells.</summary>
    public string? Region { get; set; }

    /// <summary>0 to 100.</summary>
    public int Risk { get; set; }

    /// <summary>The order of lists: risk first, then points of sensitivity.</summary>
    public int Rank { get; set; }

    /// <summary>Who can reach it.</summary>
    public ExposureLevel Exposure { get; set; }

    /// <summary>What a request without a sign-in can do, parted by blanks.</summary>
    public string Anonymous { get; set; } = "";

    /// <summary>How many other accounts are let in.</summary>
    public int OtherAccounts { get; set; }

    /// <summary>Whether its configuration was ever read.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether it is a folder of a machine.</summary>
    public bool IsFolder { get; set; }

    /// <summary>Whether somebody has accepted, for a time, that it is open.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>0 to 100 by what was found.</summary>
    public int Sensitivity { get; set; }

    /// <summary>The same in a word.</summary>
    public SensitivityBand Band { get; set; }

    /// <summary>The weightiest kinds of data as JSON, at most <see cref="MaxTypes"/>.</summary>
    public string TypesJson { get; set; } = "[]";

    /// <summary>How many kinds of data there are.</summary>
    public int Types { get; set; }

    /// <summary>Values of all kinds.</summary>
    public long Values { get; set; }

    /// <summary>Findings of all kinds.</summary>
    public long Findings { get; set; }

    /// <summary>Objects known of.</summary>
    public long Objects { get; set; }

    /// <summary>Of these, read completely.</summary>
    public long ObjectsRead { get; set; }

    /// <summary>Of these, read in part.</summary>
    public long ObjectsPartial { get; set; }

    /// <summary>Whether all its objects are known of.</summary>
    public bool IsWhole { get; set; }

    /// <summary>When an object of it was read last.</summary>
    public DateTime? ScannedUtc { get; set; }

    /// <summary>Since when its risk is of its band.</summary>
    public DateTime SinceUtc { get; set; }

    /// <summary>When it was joined last.</summary>
    public DateTime JoinedUtc { get; set; }

    /// <summary>With which weights (<see cref="JoinedRisk.Version"/>).</summary>
    public int Version { get; set; }
}
