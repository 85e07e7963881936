using System.Text.Json;
using DlpDashboard.Scans;

namespace DlpDashboard.Cli.Scanning;

/// <summary>
/// <c>--format json</c>: one document <c>{"findings":[…],"objects":[…],"totals":{…}}</c>. Findings go out as they come; the objects, which stand behind them,
/// wait in a temporary file.
/// </summary>
internal sealed class JsonScanReport : IScanReport
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _output;
    private readonly FileStream _waiting;
    private readonly Utf8JsonWriter _findings;
    private readonly Utf8JsonWriter _objects;

    public JsonScanReport(Stream output)
    {
        _output = output;
        _waiting = new FileStream(
            Path.Combine(Path.GetTempPath(), $"dlp-{Path.GetRandomFileName()}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = 0 });
        _findings = new Utf8JsonWriter(output, DetectionJson.Compact);
        _objects = new Utf8JsonWriter(_waiting, DetectionJson.Compact);
        _findings.WriteStartObject();
        _findings.WriteStartArray("findings");
        _objects.WriteStartArray();
    }

    /// <inheritdoc/>
    public void Add(ScannedItem item, ObjectScanResult result)
    {
        var name = item.Name;
        for (var i = 0; i < result.Findings.Count; i++)
        {
            FindingJson.Write(_findings, name, result, i);
        }

        FindingJson.WriteObject(_objects, name, item.Listed.Size, result);
        FlushFull(_findings);
        FlushFull(_objects);
    }

    /// <inheritdoc/>
    public void Finish(ScanTotals totals)
    {
        _objects.WriteEndArray();
        _objects.Flush();
        _findings.WriteEndArray();
        _findings.Flush();
        _output.Write(",\"objects\":"u8);
        _waiting.Position = 0;
        _waiting.CopyTo(_output);
        _output.WriteByte((byte)',');

        // A writer of its own: the first one's document is still open, and would put a comma of its own.
        using var rest = new Utf8JsonWriter(_output, DetectionJson.Compact with { SkipValidation = true });
        FindingJson.WriteTotals(rest, totals);
        rest.Flush();
        _output.Write("}\n"u8);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _objects.DisposeAsync();
        await _findings.DisposeAsync();
        await _waiting.DisposeAsync();
        await _output.FlushAsync();
    }

    private static void FlushFull(Utf8JsonWriter writer)
    {
        if (writer.BytesPending > FlushAt)
        {
            writer.Flush();
        }
    }
}
