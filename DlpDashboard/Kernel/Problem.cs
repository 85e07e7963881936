namespace DlpDashboard.Kernel;

/// <summary>An expected failure: a stable code for programs and a sentence for people that says what to do next.</summary>
/// <param name="Kind">The sort of failure.</param>
/// <param name="Code">A stable, dotted, lower-case name such as <c>endpoints.duplicate</c>.</param>
/// <param name="Sentence">One or two sentences without secrets or found values.</param>
/// <param name="Field">The input it is about, camelCase as REST names it, or null.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Sentence, string? Field = null)
{
    /// <summary>Input that breaks a rule.</summary>
    public static Problem Invalid(string code, string sentence, string? field = null) => new(ProblemKind.Invalid, code, sentence, field);

    /// <summary>Nothing there, or not in this organisation.</summary>
    public static Problem NotFound(string code, string sentence) => new(ProblemKind.NotFound, code, sentence);

    /// <summary>It exists already, or changed meanwhile.</summary>
    public static Problem Conflict(string code, string sentence, string? field = null) => new(ProblemKind.Conflict, code, sentence, field);
}
