using DlpDashboard.Kernel;

namespace DlpDashboard.Findings;

/// <summary>What may go wrong with findings, in words.</summary>
internal static class FindingProblems
{
    public const string ChangedCode = "findings.changed";

    public static readonly Problem Format =
        Problem.Invalid("findings.format", "The format is not known. Use format=csv, jsonl, sarif or ocsf.", "format");

    public static readonly Problem NotFound =
        Problem.NotFound("findings.notFound", "There is no such finding in your organisation. Go back to the list and choose another.");

    public static readonly Problem ReasonTooLong =
        Problem.Invalid("findings.reasonTooLong", "The reason is longer than 500 characters. Shorten it and save again.", "reason");

    public static readonly Problem ReasonMissing =
        Problem.Invalid("findings.reasonMissing", "Say in a few words why this is a false positive: the next reviewer needs it.", "reason");

    public static readonly Problem NothingChosen =
        Problem.Invalid("findings.nothingChosen", "No finding is chosen. Select at least one and try again.", "ids");

    public static readonly Problem TooMany =
        Problem.Invalid("findings.tooMany", $"At most {FindingDecisions.MaxIds} findings can be changed at once. Choose fewer, or narrow the filter first.", "ids");

    public static readonly Problem TooManyMatch =
        Problem.Invalid("findings.tooManyMatch", "More than 50,000 findings match. Narrow the filter, and set their status in parts.", "filter");

    public static Problem Changed(string? by) => Problem.Conflict(
        ChangedCode,
        $"{by ?? "A scan"} changed this finding after you opened it. Read its new state, then decide again.");
}
