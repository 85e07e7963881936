using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary><c>--format table</c>: a row a finding, for people.</summary>
internal sealed class TableScanReport(TextWriter output) : IScanReport
{
    private bool _hasHeading;

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        foreach (var finding in result.Findings)
        {
            if (!_hasHeading)
            {
                WriteRow("DETECTOR", "COUNT", "LIKELIHOOD", "OBJECT", "FIRST");
                _hasHeading = true;
            }

            var first = finding.Samples[0];
            WriteRow(
                finding.DetectorId,
                finding.Count.ToString(CultureInfo.InvariantCulture),
                finding.Likelihood.ToName(),
                ScanText.Plain(item.Name),
                ScanText.Plain($"{first.Value} at {ScanText.PlaceOf(first)}"));
        }
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(_hasHeading ? "\n" : "")}{totals.Detections:N0} values in {totals.Findings:N0} findings; {totals.Objects:N0} objects, {totals.Bytes:N0} bytes."));
        var unread = Enum.GetValues<ObjectState>().Where(state => state != ObjectState.Scanned && totals.CountOf(state) > 0)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $"{totals.CountOf(state):N0} {ScanText.NameOf(state)}"));
        if (string.Join(", ", unread) is { Length: > 0 } states)
        {
            output.WriteLine($"Not fully read: {states}.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await output.FlushAsync();

    private void WriteRow(string detector, string count, string likelihood, string name, string first) =>
        output.WriteLine($"{detector,-24}  {count,7}  {likelihood,-12}  {name,-40}  {first}");
}
