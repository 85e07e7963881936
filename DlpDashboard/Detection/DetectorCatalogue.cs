using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection;

/// <summary>The built-in detectors: every rule in <c>Detectors/</c>, in order of id. Adding a detector is adding its file.</summary>
public static class DetectorCatalogue
{
    private static readonly DetectorRule[] RulesById = LoadRules(out AllById);

    private static readonly Detector[] AllById;

    private static readonly Dictionary<string, Detector> ById = AllById.ToDictionary(detector => detector.Id, StringComparer.Ordinal);

    /// <summary>All detectors; <see cref="Detector.Index"/> is the place in it.</summary>
    public static IReadOnlyList<Detector> All => AllById;

    /// <summary>
    /// A hash of what the set finds: ids, words, fingerprints, claims and the rules' own versions, 16 hexadecimal digits. It is the same for the same build
    /// on every machine; another value means that an earlier scan's answer may be out of date.
    /// </summary>
    public static string Version { get; } = ComputeVersion();

    internal static IReadOnlyList<DetectorRule> Rules => RulesById;

    /// <summary>The detector of an id, or null.</summary>
    public static Detector? Find(string id) => ById.GetValueOrDefault(id);

    private static DetectorRule[] LoadRules(out Detector[] detectors)
    {
        var rules = typeof(DetectorRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DetectorRule)) && !type.IsAbstract)
            .Select(type => (DetectorRule)Activator.CreateInstance(type)!)
            .Select(rule => (Rule: rule, Detector: rule.Describe()))
            .OrderBy(pair => pair.Detector.Id, StringComparer.Ordinal)
            .ToArray();
        detectors = [.. rules.Select(pair => pair.Detector)];
        for (var index = 0; index < detectors.Length; index++)
        {
            detectors[index].Index = index;
            detectors[index].Words = ContextWordSet.Create(detectors[index].ContextWords);
        }

        return [.. rules.Select(pair => pair.Rule)];
    }

    private static string ComputeVersion()
    {
        var text = new StringBuilder("3\n");
        for (var index = 0; index < AllById.Length; index++)
        {
            var detector = AllById[index];
            text.Append(detector.Id).Append('\t').Append(detector.Claim).Append('\t').AppendJoin(',', detector.ContextWords).Append('\t')
                .AppendJoin(' ', RulesById[index].Fingerprints).AppendJoin(' ', RulesById[index].Listed?.Words ?? []).Append('\t').Append(RulesById[index].Revision).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
