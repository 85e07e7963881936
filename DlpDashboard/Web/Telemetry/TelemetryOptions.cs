namespace DlpDashboard.Web.Telemetry;

/// <summary>Logs, traces and metrics: <c>DLP__Telemetry__…</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary><c>auto</c> (text on a terminal, else JSON), <c>json</c> or <c>text</c>.</summary>
    public string Logs { get; set; } = "auto";

    /// <summary>Where traces and metrics go by OTLP; <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> does the same. Nothing is sent without.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>Whether the value of <see cref="Logs"/> is one of the three.</summary>
    internal bool IsKnownFormat => Logs is "auto" or "json" or "text";
}
