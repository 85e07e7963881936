using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Findings.Export;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary><c>--format sarif</c>: one run of SARIF 2.1.0; a rule a detector, a result a finding with its samples as locations. What it shares with the app's export is in <see cref="SarifParts"/>.</summary>
internal sealed class SarifScanReport : IScanReport
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _writer;
    private readonly Dictionary<string, int> _rules;

    public SarifScanReport(Stream output, DetectionEngine engine)
    {
        _output = output;
        _writer = new Utf8JsonWriter(output, DetectionJson.Compact);
        var detectors = engine.Detectors;
        _rules = SarifParts.RulesOf(detectors);
        SarifParts.Begin(_writer, detectors);
    }

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        if (result.Findings.Count > 0)
        {
            var address = string.Join('/', item.Name.Split('/').Select(Uri.EscapeDataString));
            foreach (var finding in result.Findings)
            {
                SarifParts.BeginResult(_writer, _rules, finding, address);
                _writer.WriteEndObject();
            }
        }

        if (_writer.BytesPending > 64 * 1024)
        {
            _writer.Flush();
        }
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
        SarifParts.End(_writer, run =>
        {
            run.WriteStartObject("properties");
            FindingJson.WriteTotals(run, totals);
            run.WriteEndObject();
        });
        _writer.Flush();
        _output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _output.FlushAsync();
    }
}
