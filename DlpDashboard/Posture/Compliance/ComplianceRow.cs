using System.Globalization;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Web;

namespace DlpDashboard.Posture.Compliance;

/// <summary>A control's check as a line of a file.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Control">The control's number.</param>
/// <param name="ControlStanding">How the control stands, all its checks together.</param>
/// <param name="CheckId">The check.</param>
/// <param name="Title">What should be.</param>
/// <param name="Severity">How much a failure matters.</param>
/// <param name="Passed">Buckets that pass.</param>
/// <param name="Failed">Buckets that fail, without the accepted.</param>
/// <param name="Unknown">Buckets of which it is not known.</param>
/// <param name="Accepted">Buckets that fail, and somebody accepted it.</param>
public sealed record ComplianceRow(string Framework, string Control, ControlStanding ControlStanding, string CheckId, string Title, CheckSeverity Severity, int Passed, int Failed, int Unknown, int Accepted)
{
    /// <summary>The lines of a report, or of one of its frameworks.</summary>
    public static IEnumerable<ComplianceRow> Of(ComplianceReport report, string? frameworkId) =>
        from framework in report.Frameworks
        where frameworkId is null || framework.Id == frameworkId
        from control in framework.Controls
        from count in control.Checks
        select new ComplianceRow(
            framework.Name, control.Number, control.Standing, count.Check.Id, count.Check.Title, count.Check.Severity, count.Passed, count.Failed, count.Unknown, count.Accepted);

    /// <summary>As a table.</summary>
    internal static IReadOnlyList<CsvColumn<ComplianceRow>> Columns { get; } =
    [
        new("framework", row => row.Framework),
        new("control", row => row.Control),
        new("controlStanding", row => PostureCsv.Name(row.ControlStanding)),
        new("checkId", row => row.CheckId),
        new("title", row => row.Title),
        new("severity", row => PostureCsv.Name(row.Severity)),
        new("bucketsPassed", row => row.Passed.ToString(CultureInfo.InvariantCulture)),
        new("bucketsFailed", row => row.Failed.ToString(CultureInfo.InvariantCulture)),
        new("bucketsUnknown", row => row.Unknown.ToString(CultureInfo.InvariantCulture)),
        new("bucketsAccepted", row => row.Accepted.ToString(CultureInfo.InvariantCulture)),
    ];
}
