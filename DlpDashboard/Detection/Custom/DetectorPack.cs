namespace DlpDashboard.Detection.Custom;

/// <summary>Detectors that belong together, by category or region: a new detector joins by itself.</summary>
public sealed class DetectorPack
{
    /// <summary>Every id of a pack begins so, and no detector's does.</summary>
    public const string IdPrefix = "pack-";

    // ISO 3166. The European Union's members, and its neighbours in the single market.
    private static readonly HashSet<string> Union =
        ["EU", "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "CH"];

    private static readonly HashSet<string> Asia =
        ["AU", "BD", "CN", "HK", "ID", "IN", "JP", "KR", "LK", "MO", "MY", "NZ", "PH", "PK", "SG", "TH", "TW", "VN"];

    private static readonly HashSet<string> Latin =
        ["AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "UY", "VE"];

    private static readonly Dictionary<string, DetectorPack> ById;

    private readonly Func<Detector, bool> _holds;

    static DetectorPack()
    {
        All =
        [
            new("pack-payment", "Payment", "Cards, accounts, routing numbers and other means of payment.", detector => detector.Category == "financial"),
            new("pack-us", "United States", "Identity, tax, health and bank numbers of the United States.", detector => detector.Region == "US"),
            new("pack-eu", "European Union", "National numbers of the European Union, Norway, Iceland, Liechtenstein and Switzerland.", detector => Union.Contains(detector.Region)),
            new("pack-uk", "United Kingdom", "National numbers of the United Kingdom.", detector => detector.Region is "GB" or "UK"),
            new("pack-asia-pacific", "Asia-Pacific", "National numbers from India to New Zealand.", detector => Asia.Contains(detector.Region)),
            new("pack-latin-america", "Latin America", "National numbers from Mexico to Argentina.", detector => Latin.Contains(detector.Region)),
            new("pack-health", "Health", "Patients, insurance, prescribers and diagnoses.", detector => detector.Category == "health"),
            new("pack-secrets", "Secrets", "Keys, tokens and passwords.", detector => detector.Category == "secret"),
            new("pack-all", "All built-in", "Every detector that comes with the product.", _ => true),
        ];
        ById = All.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
    }

    private DetectorPack(string id, string name, string help, Func<Detector, bool> holds) => (Id, Name, Help, _holds) = (id, name, help, holds);

    /// <summary>All packs.</summary>
    public static IReadOnlyList<DetectorPack> All { get; }

    /// <summary>The id by which plans name it.</summary>
    public string Id { get; }

    /// <summary>The name people read.</summary>
    public string Name { get; }

    /// <summary>What is in it.</summary>
    public string Help { get; }

    /// <summary>Its detectors today.</summary>
    public IReadOnlyList<Detector> Detectors => [.. DetectorCatalogue.All.Where(_holds)];

    /// <summary>The pack of an id, or null.</summary>
    public static DetectorPack? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The packs that a detector is in.</summary>
    public static IEnumerable<DetectorPack> Of(Detector detector) => All.Where(pack => pack._holds(detector));

    /// <summary>Ids of detectors for ids of detectors and packs; unknown ones stay as they are.</summary>
    public static IReadOnlySet<string> Resolve(IEnumerable<string> ids) =>
        ids.SelectMany(id => Find(id)?.Detectors.Select(detector => detector.Id) ?? [id]).ToHashSet(StringComparer.Ordinal);
}
