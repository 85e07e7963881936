using System.Text.Json;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary><c>--format jsonl</c>: a finding a line.</summary>
internal sealed class JsonLinesScanReport(Stream output) : IScanReport
{
    private readonly Utf8JsonWriter _writer = new(output, DetectionJson.Compact);

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        for (var i = 0; i < result.Findings.Count; i++)
        {
            FindingJson.Write(_writer, item.Name, result, i);
            _writer.Flush();
            output.WriteByte((byte)'\n');
            _writer.Reset();
        }
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await output.FlushAsync();
    }
}
