namespace DlpDashboard.Shell.Styles;

/// <summary>A row of the style sheet's table, made from its place.</summary>
internal sealed record SampleRow(Guid Id, string Object, string Detector, SampleSeverity Severity, SampleLikelihood Likelihood, long Count, DateTime SeenUtc)
{
    private static readonly string[] Detectors = ["payment-card", "iban", "us-ssn", "email", "private-key", "aws-access-key"];

    public static SampleRow At(int at, DateTime nowUtc) => new(
        new Guid(at, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        $"exports/2026/{(at % 12) + 1:00}/customers-{at:00000}.csv",
        Detectors[at % Detectors.Length],
        (SampleSeverity)(at % 4),
        (SampleLikelihood)(2 + (at % 3)),
        (at * 7919L % 4001) + 1,
        nowUtc.AddMinutes(-at * 11));
}
