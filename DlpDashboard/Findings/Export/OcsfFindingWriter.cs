using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Findings.Export;

/// <summary>
/// OCSF 1.4.0, class Data Security Finding (2006): one event a line. Times are milliseconds since 1970. What the schema requires (activity, category,
/// class, type, severity, time, metadata, finding_info) is always there.
/// </summary>
internal sealed class OcsfFindingWriter : IFindingFileWriter
{
    private const int ClassUid = 2006;

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
        var activity = row.GoneUtc is not null || row.Status is FindingStatus.Resolved or FindingStatus.FalsePositive ? 3 : row.LastSeenUtc > row.FirstSeenUtc ? 2 : 1;
        json.WriteStartObject();
        json.WriteNumber("category_uid", 2);
        json.WriteNumber("class_uid", ClassUid);
        json.WriteNumber("activity_id", activity);
        json.WriteNumber("type_uid", (ClassUid * 100) + activity);
        json.WriteNumber("time", Time(row.FirstSeenUtc));
        json.WriteNumber("start_time", Time(row.FirstSeenUtc));
        json.WriteNumber("end_time", Time(row.LastSeenUtc));
        json.WriteNumber("severity_id", SeverityOf(row.Severity));
        json.WriteNumber("status_id", StatusOf(row.Status));
        json.WriteNumber("confidence_id", row.Likelihood >= Likelihood.VeryLikely ? 3 : row.Likelihood >= Likelihood.Likely ? 2 : 1);
        json.WriteNumber("count", Math.Clamp(row.Count, 1, int.MaxValue));
        json.WriteBoolean("is_alert", activity != 3);
        WriteMetadata(json);
        WriteFindingInfo(json, finding);
        WriteDataSecurity(json, finding);
        WritePlace(json, finding);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    public void End(Utf8JsonWriter json)
    {
        // Lines have no frame.
    }

    private static void WriteMetadata(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteString("version", "1.4.0");
        json.WriteStartObject("product");
        json.WriteString("name", "DlpDashboard");
        json.WriteString("vendor_name", "DlpDashboard");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFindingInfo(Utf8JsonWriter json, ExportedFinding finding)
    {
        var row = finding.Row;
        json.WriteStartObject("finding_info");
        json.WriteString("uid", row.Id);
        json.WriteString("title", $"{finding.DetectorName} in {Shortened(row.ObjectKey)}");
        json.WriteNumber("created_time", Time(row.FirstSeenUtc));
        json.WriteNumber("first_seen_time", Time(row.FirstSeenUtc));
        json.WriteNumber("last_seen_time", Time(row.LastSeenUtc));
        json.WriteStartArray("types");
        json.WriteStringValue(row.DetectorId);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDataSecurity(Utf8JsonWriter json, ExportedFinding finding)
    {
        json.WriteStartObject("data_security");
        json.WriteNumber("data_lifecycle_state_id", 1);
        json.WriteString("data_lifecycle_state", "Data at-Rest");
        json.WriteString("detection_pattern", finding.Row.DetectorId);
        if (finding.Samples.Count > 0)
        {
            json.WriteString("pattern_match", finding.Samples[0].Value);
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, ExportedFinding finding)
    {
        var row = finding.Row;
        var bucketType = finding.Endpoint?.Provider switch { "aws" => 1, "azure" => 2, "gcp" => 3, _ => 99 };
        json.WriteStartObject("databucket");
        json.WriteString("name", row.Bucket);
        json.WriteString("uid", $"{row.EndpointId:D}/{row.Bucket}");
        json.WriteNumber("type_id", bucketType);
        json.WriteString("type", bucketType switch { 1 => "S3", 2 => "Azure Blob", 3 => "GCP Bucket", _ => "Folder" });
        json.WriteEndObject();
        json.WriteStartObject("file");
        json.WriteString("name", row.ObjectKey[(row.ObjectKey.LastIndexOf('/') + 1)..] is { Length: > 0 } name ? name : row.ObjectKey);
        json.WriteString("path", row.ObjectKey);
        json.WriteString("uri", finding.Address());
        json.WriteNumber("type_id", 1);
        json.WriteEndObject();
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("uid", row.EndpointId);
        json.WriteString("name", finding.Endpoint?.Name ?? "Deleted endpoint");
        json.WriteString("type", "storage endpoint");
        json.WriteStartArray("data_classifications");
        json.WriteStartObject();
        json.WriteNumber("category_id", CategoryOf(row.Category));
        json.WriteString("category", row.Category);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static long Time(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();

    private static int SeverityOf(Severity severity) => severity switch { Severity.Critical => 5, Severity.High => 4, Severity.Medium => 3, _ => 2 };

    private static int StatusOf(FindingStatus status) => status switch
    {
        FindingStatus.Open => 1,
        FindingStatus.Acknowledged => 2,
        FindingStatus.FalsePositive => 3,
        _ => 4,
    };

    private static int CategoryOf(string category) => category switch
    {
        "financial" => 3,
        "secret" or "network" => 6,
        "identity" => 2,
        "contact" or "health" => 1,
        _ => 99,
    };

    private static string Shortened(string key) => key.Length <= 120 ? key : string.Concat("…", key.AsSpan(key.Length - 119));
}
