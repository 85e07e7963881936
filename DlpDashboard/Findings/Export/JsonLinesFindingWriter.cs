using System.Text.Json;
using System.Text.Json.Serialization;

namespace DlpDashboard.Findings.Export;

/// <summary>JSON lines: a finding as REST tells it, with its masked samples and its storage.</summary>
internal sealed class JsonLinesFindingWriter : IFindingFileWriter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <inheritdoc />
    public bool IsLines => true;

    /// <inheritdoc />
    public void Begin(Utf8JsonWriter json)
    {
        // Lines have no frame.
    }

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json, ExportedFinding finding)
    {
        var row = finding.Row;
        JsonSerializer.Serialize(
            json,
            new Line(
                row.Id, row.EndpointId, finding.Endpoint?.Name, finding.Endpoint?.Provider, row.Bucket, row.ObjectKey, finding.Address(), row.DetectorId, finding.DetectorName, row.Category, row.Severity,
                row.Likelihood, row.Count, row.FirstSeenUtc, row.LastSeenUtc, row.GoneUtc, row.Status, row.StatusBy, row.StatusAtUtc, row.StatusReason, finding.Samples),
            Options);
    }

    /// <inheritdoc />
    public void End(Utf8JsonWriter json)
    {
        // Lines have no frame.
    }

    private sealed record Line(
        Guid Id, Guid EndpointId, string? Endpoint, string? Provider, string Bucket, string ObjectKey, string Address, string Detector, string DetectorName, string Category, Detection.Severity Severity,
        Detection.Likelihood Likelihood, long Count, DateTime FirstSeenUtc, DateTime LastSeenUtc, DateTime? GoneUtc, FindingStatus Status, string? StatusBy, DateTime? StatusAtUtc,
        string? StatusReason, IReadOnlyList<FindingSample> Samples);
}
