namespace DlpDashboard.Detection.Custom;

/// <summary>
/// What one scan looks with: built-in detectors as the organisation switched them, its custom ones, its exclusion rules. Immutable: all workers share one.
/// </summary>
public sealed class DetectorSet
{
    private readonly DetectorChoice? _choice;
    private readonly Likelihood[] _floors;
    private readonly Dictionary<string, Severity> _severities;

    private DetectorSet(DetectionEngine engine, CustomEngine? custom, DetectorChoice choice)
    {
        (Engine, Custom, _choice) = (engine, custom, choice);
        Exclusions = new ExclusionSet(choice.Exclusions, choice.HashKey);
        _severities = choice.Rulings.Where(ruling => ruling.Severity is not null).ToDictionary(ruling => ruling.DetectorId, ruling => ruling.Severity!.Value, StringComparer.Ordinal);
        _floors = new Likelihood[DetectorCatalogue.All.Count];
        Array.Fill(_floors, Likelihood.Possible);
        foreach (var ruling in choice.Rulings)
        {
            if (DetectorCatalogue.Find(ruling.DetectorId) is { } detector && ruling.Floor is { } floor)
            {
                _floors[detector.Index] = floor;
            }
        }

        HasFloors = _floors.Any(floor => floor != engine.Floor);
    }

    private DetectorSet(DetectionEngine engine)
    {
        (Engine, Exclusions, _floors, _severities) = (engine, new ExclusionSet([], default), [], []);
    }

    /// <summary>The built-in detectors.</summary>
    public DetectionEngine Engine { get; }

    /// <summary>The custom ones; null without any.</summary>
    public CustomEngine? Custom { get; }

    /// <summary>One more than the greatest index of a detector.</summary>
    public int Indexes => DetectorCatalogue.All.Count + (Custom?.Rules.Length ?? 0);

    internal ExclusionSet Exclusions { get; }

    internal bool HasFloors { get; }

    /// <summary>An engine alone, with nothing of an organisation's.</summary>
    public static DetectorSet Of(DetectionEngine engine) => new(engine);

    /// <summary>Prepares what an organisation looks with. Ids that are gone are passed over.</summary>
    public static DetectorSet Create(DetectorChoice choice)
    {
        var wanted = choice.Wanted.Count == 0 ? null : DetectorPack.Resolve(choice.Wanted);
        var off = choice.Rulings.Where(ruling => !ruling.IsOn).Select(ruling => ruling.DetectorId).ToHashSet(StringComparer.Ordinal);
        List<string> ids = [.. DetectorCatalogue.All.Select(detector => detector.Id).Where(id => !off.Contains(id) && wanted?.Contains(id) != false)];
        List<CustomRule> rules = [.. choice.Rules.Where(rule => wanted?.Contains(rule.Id) != false)];
        var floor = choice.Rulings.Where(ruling => ruling.IsOn).Select(ruling => ruling.Floor ?? Likelihood.Possible).Append(Likelihood.Possible).Min();
        var engine = DetectionEngine.Create(ids.Count == DetectorCatalogue.All.Count ? null : ids, floor);
        return new DetectorSet(engine, rules.Count == 0 ? null : CustomEngine.Create(rules), choice);
    }

    /// <summary>The same, which also reports what is too unlikely to be reported: for who asks why a value is not.</summary>
    public DetectorSet WithoutFloors()
    {
        var choice = _choice ?? new DetectorChoice();
        var rulings = choice.Rulings.ToDictionary(ruling => ruling.DetectorId, StringComparer.Ordinal);
        return Create(choice with
        {
            Rulings = [.. DetectorCatalogue.All.Select(detector => (rulings.GetValueOrDefault(detector.Id) ?? new DetectorRuling(detector.Id, IsOn: true, null, null)) with { Floor = Likelihood.VeryUnlikely })],
        });
    }

    /// <summary>Whether a detection is too unlikely to be reported.</summary>
    public bool IsBelowFloor(Detector detector, Likelihood likelihood) => detector.Index < DetectorCatalogue.All.Count && likelihood < (detector.Index < _floors.Length ? _floors[detector.Index] : Engine.Floor);

    /// <summary>How bad an exposed value of a detector is for this organisation.</summary>
    public Severity SeverityOf(Detector detector) => _severities.GetValueOrDefault(detector.Id, detector.DefaultSeverity);

    /// <summary>A scanner for one thread, reporting to a sink.</summary>
    public DetectorSetScanner CreateScanner(IDetectionSink sink) => new(this, sink);
}
