using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>What detectors are called, for files that people read: the built-in ones and an organisation's own.</summary>
/// <param name="own">The names of its own by id, also of those that are switched off.</param>
internal sealed class DetectorNames(IReadOnlyDictionary<string, string> own)
{
    /// <summary>The organisation's own by id.</summary>
    public IReadOnlyDictionary<string, string> Own => own;

    /// <summary>A detector's name; its id where it is known no more.</summary>
    public string Of(string id) => DetectorCatalogue.Find(id)?.Name ?? own.GetValueOrDefault(id) ?? id;
}
