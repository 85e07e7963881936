using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary><c>--format csv</c> (RFC 4180): a row a finding, with its first sample. Cells a spreadsheet would take for formulas begin with an apostrophe.</summary>
internal sealed class CsvScanReport : IScanReport
{
    private readonly TextWriter _output;

    public CsvScanReport(TextWriter output)
    {
        _output = output;
        _output.Write("object,detector,count,likelihood,objectState,value,line,column,path,entry\r\n");
    }

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        foreach (var finding in result.Findings)
        {
            var first = finding.Samples[0];
            Write(item.Name, ',');
            Write(finding.DetectorId, ',');
            Write(finding.Count.ToString(CultureInfo.InvariantCulture), ',');
            Write(finding.Likelihood.ToName(), ',');
            Write(ScanText.NameOf(result.State), ',');
            Write(first.Value, ',');
            Write(first.Location.Line?.ToString(CultureInfo.InvariantCulture), ',');
            Write(first.Location.Column?.ToString(CultureInfo.InvariantCulture), ',');
            Write(first.Location.Path, ',');
            Write(first.Location.Entry, '\r');
            _output.Write('\n');
        }
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _output.FlushAsync();

    private void Write(string? cell, char then)
    {
        cell ??= "";
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            cell = "'" + cell;
        }

        if (cell.AsSpan().ContainsAny("\",\r\n"))
        {
            cell = $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        _output.Write(cell);
        _output.Write(then);
    }
}
