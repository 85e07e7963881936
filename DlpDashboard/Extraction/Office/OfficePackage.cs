using System.Xml;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// The parts of an office document in a zip: each is opened within the budget, and what becomes of it goes into the zip's sum. What no reader took
/// is read like any entry of a zip.
/// </summary>
internal sealed class OfficePackage
{
    private readonly ZipEntries _zip;
    private readonly ZipTally _tally;
    private readonly ArchiveBudget _budget;
    private readonly Dictionary<string, ZipEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ZipEntry> _done = new(ReferenceEqualityComparer.Instance);

    private OfficePackage(ZipEntries zip, ZipTally tally, PlacedTextWriter text, ArchiveBudget budget, string? entry)
    {
        (_zip, _tally, _budget, Text, Entry) = (zip, tally, budget, text, entry);
        foreach (var part in zip.All.Where(part => !part.IsFolder))
        {
            _parts.TryAdd(PartName(part.Name), part);
        }
    }

    /// <summary>Writes the document's text.</summary>
    public PlacedTextWriter Text { get; }

    /// <summary>The entry the document is, or null.</summary>
    public string? Entry { get; }

    /// <summary>What the document may still cost.</summary>
    public ArchiveBudget Budget => _budget;

    /// <summary>The names of all parts, in the zip's order.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>The package in a zip; null where it is another zip.</summary>
    public static OfficePackage? Find(ZipEntries zip, ZipTally tally, PlacedTextWriter text, ArchiveBudget budget, string? entry)
    {
        var package = new OfficePackage(zip, tally, text, budget, entry);
        return package.Has("[Content_Types].xml") || (package.Has("content.xml") && package.Has("META-INF/manifest.xml")) ? package : null;
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>What the document is called.</summary>
    public void Name(string kind) => _tally.Kind = kind;

    /// <summary>Nothing in it can be read without its password.</summary>
    public void MarkEncrypted() => _tally.IsEncrypted = true;

    /// <summary>Whether a part was read, or holds nothing for people.</summary>
    public bool IsDone(ZipEntry entry) => _done.Contains(entry);

    /// <summary>Whether a part is still to be read.</summary>
    public bool IsLeft(string name) => _parts.TryGetValue(name, out var part) && !_done.Contains(part);

    /// <summary>Passes over a part that holds nothing for people: styles, fonts, printer settings.</summary>
    public void PassOver(string name) => _done.Add(_parts[name]);

    /// <summary>Says that text is missing though the part could be read.</summary>
    public void Miss(string name, string reason) => _tally.Add(name, new ContentOutcome(ExtractionState.Partial, reason, ContentKinds.Office));

    /// <summary>Reads a part as XML, once; nothing happens where it is missing or the budget is used up.</summary>
    public ValueTask ReadAsync(string name, Action<PartXml> read, CancellationToken cancellationToken) => OpenAsync(
        name,
        stream =>
        {
            using var xml = new PartXml(stream, cancellationToken);
            read(xml);
        },
        cancellationToken);

    /// <summary>Opens a part, once; nothing happens where it is missing or the budget is used up.</summary>
    public async ValueTask OpenAsync(string name, Action<Stream> read, CancellationToken cancellationToken)
    {
        if (!_parts.TryGetValue(name, out var part) || _done.Contains(part) || _budget.Stop is not null || !_budget.TryTakeEntry())
        {
            return;
        }

        _done.Add(part);
        var outcome = await _zip.ReadAsync(part, stream => ValueTask.FromResult(Read(stream, read)), cancellationToken);
        Text.Close();
        _tally.Add(name, outcome);
    }

    private static ContentOutcome Read(Stream stream, Action<Stream> read)
    {
        try
        {
            read(stream);
            return ContentOutcome.Scanned(ContentKinds.Office);
        }
        catch (XmlException)
        {
            return new ContentOutcome(ExtractionState.Partial, "It is damaged: its XML is not well-formed, what follows the damage was not read.", ContentKinds.Office);
        }
        catch (PartException limit)
        {
            return new ContentOutcome(ExtractionState.Partial, $"Reading stopped because {limit.Because}.", ContentKinds.Office);
        }
    }

    // Some programs write part names with backslashes or a leading slash.
    private static string PartName(string name) => name.Replace('\\', '/').TrimStart('/');
}
