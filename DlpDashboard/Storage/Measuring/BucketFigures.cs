namespace DlpDashboard.Storage.Measuring;

/// <summary>How a bucket is made up, kept as one document beside its totals.</summary>
public sealed record BucketFigures
{
    /// <summary>Extensions that are shown.</summary>
    public const int MaxExtensions = 50;

    /// <summary>Stands for all storage classes beyond the 32 first.</summary>
    public const string OtherClasses = "other classes";

    /// <summary>Objects whose size the listing does not tell; they count without bytes.</summary>
    public long Unsized { get; init; }

    /// <summary>By storage class, the heaviest first; the empty name where the provider names none.</summary>
    public IReadOnlyList<ShareCount> Classes { get; init; } = [];

    /// <summary>By age, the newest first.</summary>
    public IReadOnlyList<ShareCount> Ages { get; init; } = [];

    /// <summary>The heaviest extensions; the empty name for keys without one.</summary>
    public IReadOnlyList<ShareCount> Extensions { get; init; } = [];

    /// <summary>Whether there were more extensions than could be held, so that theirs are estimates.</summary>
    public bool ExtensionsAreApproximate { get; init; }

    /// <summary>The heaviest prefixes, exact.</summary>
    public IReadOnlyList<ShareCount> Prefixes { get; init; } = [];

    /// <summary>How many prefixes there are.</summary>
    public long PrefixCount { get; init; }

    /// <summary>Objects below no prefix.</summary>
    public long TopObjects { get; init; }

    /// <summary>Their bytes.</summary>
    public long TopBytes { get; init; }

    /// <summary>The largest objects, the largest first.</summary>
    public IReadOnlyList<LargeObject> Largest { get; init; } = [];
}
