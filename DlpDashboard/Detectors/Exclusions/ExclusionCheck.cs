using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;

namespace DlpDashboard.Detectors.Exclusions;

/// <summary>Which exclusion rules are well formed.</summary>
internal static class ExclusionCheck
{
    public const int LongestReason = 200;

    public const int LongestGlob = 1024;

    /// <summary>Shortest exact value: shorter ones stand everywhere.</summary>
    public const int ShortestValue = 3;

    private const int MostDetectors = 200;

    /// <summary>Everything that is wrong, each with its field.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="keepsValue">Whether an exact value is there already.</param>
    /// <param name="isKnown">Whether a custom detector of an id is there.</param>
    public static IReadOnlyList<Problem> Problems(ExclusionDraft draft, bool keepsValue, Func<string, bool> isKnown)
    {
        var unknown = draft.Detectors.FirstOrDefault(id => DetectorCatalogue.Find(id) is null && !isKnown(id));
        Problem?[] all =
        [
            Enum.IsDefined(draft.Kind) ? OfText(draft, keepsValue) : DetectorProblems.Invalid("kind", "Choose a value, an expression or a path."),
            draft.Reason.Trim().Length is 0 or > LongestReason ? DetectorProblems.Invalid("reason", $"Say in 1 to {LongestReason} characters why, so that others know later.") : null,
            draft.Detectors.Count > MostDetectors ? DetectorProblems.Invalid("detectors", $"At most {MostDetectors} detectors fit in one rule. Leave the list empty for all of them.") : null,
            unknown is null ? null : DetectorProblems.Unknown(unknown),
        ];
        return [.. all.OfType<Problem>()];
    }

    private static Problem? OfText(ExclusionDraft draft, bool keepsValue) => draft.Kind switch
    {
        ExclusionKind.Value => draft.Text is null && keepsValue ? null
            : (draft.Text ?? "").Trim().Length < ShortestValue || Encoding.UTF8.GetByteCount(draft.Text!) > ExcludedValue.Longest
                ? DetectorProblems.Invalid("text", $"Write the value that shall not be reported, {ShortestValue} to {ExcludedValue.Longest:N0} characters.") : null,
        ExclusionKind.ValuePattern => OfPattern(draft.Text ?? ""),
        _ => OfGlob(draft.Text ?? ""),
    };

    private static Problem? OfPattern(string pattern) =>
        PatternCheck.FaultOf(pattern, isCaseSensitive: false) is { } fault
            ? DetectorProblems.Invalid("text", fault.Position is { } at ? $"At character {at}: {fault.Sentence}" : fault.Sentence)
            : null;

    private static Problem? OfGlob(string glob) =>
        glob.Trim().Length is 0 or > LongestGlob || glob.Any(char.IsControl)
            ? DetectorProblems.Invalid("text", $"Write a pattern of 1 to {LongestGlob:N0} characters, such as */test-data/* or *.sample.csv.")
            : null;
}
