using System.Globalization;

namespace DlpDashboard.Extraction.Formats;

/// <summary>Adds up what became of the parts of a document or message, and puts it in one state and sentence.</summary>
internal sealed class PartTally(string kind)
{
    private int _parts;
    private int _missed;
    private string? _first;
    private string? _encrypted;

    /// <summary>The format's name.</summary>
    public string Kind { get; set; } = kind;

    /// <summary>Whether nothing was counted.</summary>
    public bool IsEmpty => _parts == 0 && _encrypted is null;

    /// <summary>Counts a part that was read.</summary>
    public void Add() => _parts++;

    /// <summary>Counts a content within.</summary>
    public void Add(string part, ContentOutcome outcome)
    {
        _parts++;
        if (outcome.State != ExtractionState.Scanned)
        {
            _missed++;
            _first ??= $"{part}: {outcome.Reason}";
        }
    }

    /// <summary>Counts a part that could not be read fully.</summary>
    public void Miss(string part, string reason) => Add(part, new ContentOutcome(ExtractionState.Partial, reason, Kind));

    /// <summary>A password keeps the text from being read.</summary>
    public void MarkEncrypted(string reason) => _encrypted ??= reason;

    /// <summary>The whole outcome.</summary>
    /// <param name="stop">Why reading ended before the last part, or null.</param>
    public ContentOutcome Sum(string? stop) =>
        _encrypted is not null ? new ContentOutcome(ExtractionState.Encrypted, _encrypted, Kind)
        : stop is not null ? new ContentOutcome(ExtractionState.Partial, stop, Kind)
        : _missed == 0 ? ContentOutcome.Scanned(Kind)
        : new ContentOutcome(
            ExtractionState.Partial,
            string.Create(CultureInfo.InvariantCulture, $"{_missed:N0} of {_parts:N0} parts could not be read fully. The first, {_first}"),
            Kind);
}
