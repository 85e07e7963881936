using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Findings.Export;

/// <summary>
/// SARIF 2.1.0 of kept findings. A finding's id is a stable fingerprint, so that a viewer knows it again; what people judged harmless is a suppression.
/// What it shares with the command line's log is in <see cref="SarifParts"/>.
/// </summary>
/// <param name="names">What the detectors are called; the organisation's own are rules too.</param>
internal sealed class SarifFindingWriter(DetectorNames names) : IFindingFileWriter
{
    private readonly Dictionary<string, int> _rules = SarifParts.RulesOf(DetectorCatalogue.All, names.Own);

    /// <inheritdoc />
    public bool IsLines => false;

    /// <inheritdoc />
    public void Begin(Utf8JsonWriter json) => SarifParts.Begin(json, DetectorCatalogue.All, names.Own);

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json, ExportedFinding finding)
    {
        var row = finding.Row;
        SarifParts.BeginResult(json, _rules, new SeenFinding(row.DetectorId, row.Category, row.Severity, row.Likelihood, row.Count, finding.Samples), finding.Address(), finding.DetectorName);
        json.WriteString("guid", row.Id);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("finding/v1", row.Id.ToString("N"));
        json.WriteEndObject();
        WriteSuppressions(json, row);
        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    public void End(Utf8JsonWriter json) => SarifParts.End(json);

    private static void WriteSuppressions(Utf8JsonWriter json, FindingRow row)
    {
        if (row.Status is FindingStatus.FalsePositive or FindingStatus.Resolved)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", row.StatusReason ?? (row.Status == FindingStatus.Resolved ? "Resolved." : "A false positive."));
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void WriteProperties(Utf8JsonWriter json, ExportedFinding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("endpoint", finding.Endpoint?.Name ?? finding.Row.EndpointId.ToString());
        json.WriteString("bucket", finding.Row.Bucket);
        json.WriteString("firstSeenUtc", finding.Row.FirstSeenUtc);
        json.WriteString("lastSeenUtc", finding.Row.LastSeenUtc);
        if (finding.Row.GoneUtc is { } gone)
        {
            json.WriteString("goneUtc", gone);
        }

        json.WriteEndObject();
    }
}
