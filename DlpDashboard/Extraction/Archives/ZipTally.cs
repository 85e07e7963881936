using System.Globalization;

namespace DlpDashboard.Extraction.Archives;

/// <summary>Adds up what became of a zip's entries, and puts it in one state and sentence.</summary>
internal sealed class ZipTally
{
    private readonly int[] _counts = new int[Enum.GetValues<ExtractionState>().Length];
    private string? _first;
    private int _total;

    /// <summary>What the archive is called: a zip, or the document it holds.</summary>
    public string Kind { get; set; } = ContentKinds.Zip;

    /// <summary>Whether a password protects all that matters in it, though its entries do not say so.</summary>
    public bool IsEncrypted { get; set; }

    /// <summary>Why reading ended before the last entry, or null.</summary>
    public string? Stop { get; set; }

    /// <summary>Counts an entry.</summary>
    public void Add(string entry, ContentOutcome outcome)
    {
        _total++;
        _counts[(int)outcome.State]++;
        if (outcome.State != ExtractionState.Scanned)
        {
            _first ??= $"{entry}: {outcome.Reason}";
        }
    }

    /// <summary>The whole archive's outcome.</summary>
    public ContentOutcome Sum()
    {
        var scanned = CountOf(ExtractionState.Scanned);
        if (Stop is not null)
        {
            return new ContentOutcome(ExtractionState.Partial, Stop, Kind);
        }

        if (IsEncrypted || (_total > 0 && CountOf(ExtractionState.Encrypted) == _total))
        {
            return new ContentOutcome(ExtractionState.Encrypted, IsEncrypted
                ? "The document is protected by a password."
                : "All entries of the archive are protected by a password.", Kind);
        }

        if (scanned == _total)
        {
            return ContentOutcome.Scanned(Kind);
        }

        foreach (var state in (ReadOnlySpan<ExtractionState>)[ExtractionState.Unsupported, ExtractionState.Failed])
        {
            if (CountOf(state) == _total)
            {
                return new ContentOutcome(state, Describe(scanned), Kind);
            }
        }

        return new ContentOutcome(ExtractionState.Partial, Describe(scanned), Kind);
    }

    private string Describe(int scanned) => string.Create(
        CultureInfo.InvariantCulture, $"{_total - scanned:N0} of {_total:N0} entries could not be read fully. The first, {_first}");

    private int CountOf(ExtractionState state) => _counts[(int)state];
}
