using DlpDashboard.Kernel;

namespace DlpDashboard.Detectors;

/// <summary>What may be expected to stand in the way around detectors.</summary>
internal static class DetectorProblems
{
    public const string ChangedCode = "detectors.changed-meanwhile";

    public static readonly Problem NotFound = Problem.NotFound("detectors.not-found", "There is no such detector. It may have been deleted; look at the list.");

    public static readonly Problem RuleNotFound = Problem.NotFound("detectors.exclusion-not-found", "There is no such exclusion rule. It may have been deleted; look at the list.");

    public static readonly Problem ChangedMeanwhile = Problem.Conflict(ChangedCode, "Somebody else changed it meanwhile. Load it again, then make your change.");

    public static readonly Problem Busy = new(ProblemKind.TooMany, "detectors.busy", "Other texts are being tried out right now. Try again in a moment.");

    public static readonly Problem TextTooLong = Problem.Invalid("detectors.text", $"At most {TryLimits.LongestText:N0} characters can be tried out at once. Shorten the text.", "text");

    public static readonly Problem ImportUnreadable = Problem.Invalid("detectors.import", "This is no export of custom detectors. Export some to see the form.", "detectors");

    public static Problem TooMany(int most) => Problem.Conflict("detectors.too-many", $"An organisation has at most {most:N0} custom detectors. Delete one that is not needed.");

    public static Problem TooManyTerms(int most) => Problem.Conflict("detectors.too-many-terms", $"All custom detectors together have at most {most:N0} words and phrases. Shorten a list.", "terms");

    public static Problem TooManyRules(int most) => Problem.Conflict("detectors.too-many-exclusions", $"An organisation has at most {most:N0} exclusion rules. Delete one that is not needed.");

    public static Problem Unknown(string id) => Problem.Invalid("detectors.unknown", $"There is no detector called {StorableText.Of(id, 60)}. /api/v1/detectors lists what there is.", "detectors");

    public static Problem Invalid(string field, string sentence) => Problem.Invalid("detectors.invalid", sentence, field);
}
