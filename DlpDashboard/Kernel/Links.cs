namespace DlpDashboard.Kernel;

/// <summary>Where things are found, so that rooms touch by link and not by reference.</summary>
public static class Links
{
    /// <summary>The landing dashboard.</summary>
    public const string Overview = "/";

    /// <summary>The list of storage endpoints.</summary>
    public const string Endpoints = "/endpoints";

    /// <summary>The form of a new endpoint.</summary>
    public const string NewEndpoint = "/endpoints/new";

    /// <summary>The list of scans.</summary>
    public const string Scans = "/scans";

    /// <summary>Schedules of scans.</summary>
    public const string Schedules = "/schedules";

    /// <summary>The form of a new schedule.</summary>
    public const string NewSchedule = "/schedules/new";

    /// <summary>The list of findings.</summary>
    public const string Findings = "/findings";

    /// <summary>How buckets are set up and who can reach them.</summary>
    public const string Security = "/security";

    /// <summary>Controls of published frameworks and what the checks say of them.</summary>
    public const string Compliance = "/compliance";

    /// <summary>The catalogue of detectors.</summary>
    public const string Detectors = "/detectors";

    /// <summary>The form of a new custom detector.</summary>
    public const string NewDetector = "/detectors/new";

    /// <summary>The box that tries detectors on a text.</summary>
    public const string TryDetectors = "/detectors/try";

    /// <summary>What is not reported.</summary>
    public const string Exclusions = "/detectors/exclusions";

    /// <summary>How much lies where, and how it grows.</summary>
    public const string Storage = "/storage";

    /// <summary>Each provider with what lies there.</summary>
    public const string Providers = "/providers";

    /// <summary>The story of what happened.</summary>
    public const string Events = "/events";

    /// <summary>The organisation's settings.</summary>
    public const string Settings = "/admin/settings";

    /// <summary>The sign-in page.</summary>
    public const string SignIn = "/account/login";

    /// <summary>The person's own page.</summary>
    public const string Account = "/account";

    /// <summary>Buckets by exposure and sensitivity joined.</summary>
    public const string Risks = "/security/risk";

    /// <summary>The same of one endpoint.</summary>
    public static string RisksOf(Guid endpointId) => $"/security/risk?endpoint={endpointId}";

    /// <summary>One part of a bucket's page.</summary>
    public static string Bucket(Guid id, string view) => $"/buckets/{id}?view={view}";

    /// <summary>One endpoint.</summary>
    public static string Endpoint(Guid id) => $"/endpoints/{id}";

    /// <summary>How the buckets of an endpoint are set up.</summary>
    public static string SecurityOf(Guid endpointId) => $"/security?endpoint={endpointId}";

    /// <summary>One bucket: all that is known of it.</summary>
    public static string Bucket(Guid id) => $"/buckets/{id}";

    /// <summary>How much lies in one endpoint.</summary>
    public static string StorageOf(Guid endpointId) => $"{Storage}?endpoint={endpointId}";

    /// <summary>How much lies in one bucket, beside the list of its endpoint.</summary>
    public static string StorageOf(Guid endpointId, Guid bucketId) => $"{Storage}?endpoint={endpointId}&bucket={bucketId}";

    /// <summary>How much lies with one provider.</summary>
    public static string StorageWith(string provider) => $"{Storage}?provider={Uri.EscapeDataString(provider)}";

    /// <summary>One detector.</summary>
    public static string Detector(string id) => $"/detectors/{Uri.EscapeDataString(id)}";

    /// <summary>The form of a custom detector.</summary>
    public static string EditDetector(string id) => $"/detectors/{Uri.EscapeDataString(id)}/edit";

    /// <summary>One schedule.</summary>
    public static string Schedule(Guid id) => $"/schedules/{id}";

    /// <summary>Schedules of an endpoint.</summary>
    public static string SchedulesOf(Guid endpointId) => $"/schedules?endpoint={endpointId}";

    /// <summary>One scan.</summary>
    public static string Scan(Guid id) => $"/scans/{id}";

    /// <summary>A scan as a page to print.</summary>
    public static string ScanReport(Guid id) => $"/scans/{id}/report";

    /// <summary>The choice of two scans of an endpoint to compare.</summary>
    public static string CompareScansOf(Guid endpointId) => $"/scans/compare?endpoint={endpointId}";

    /// <summary>What changed between two scans; without an earlier one, what the scan itself changed.</summary>
    public static string CompareScans(Guid? from, Guid to) => from is null ? $"/scans/compare?to={to}" : $"/scans/compare?from={from}&to={to}";

    /// <summary>The scans of one endpoint.</summary>
    public static string ScansOf(Guid endpointId) => $"/scans?endpoint={endpointId}";

    /// <summary>The dialog that starts a scan of one endpoint.</summary>
    public static string StartScan(Guid endpointId) => $"/scans?endpoint={endpointId}&start=true";

    /// <summary>The dialog that starts a scan of an endpoint, filled in as an earlier scan was.</summary>
    public static string StartScanLike(Guid endpointId, Guid scanId) => $"/scans?endpoint={endpointId}&start=true&from={scanId}";

    /// <summary>The same, limited to keys that begin so and to some detectors.</summary>
    public static string StartScan(Guid endpointId, string prefix, params IReadOnlyList<string> detectors) =>
        StartScan(endpointId) + (prefix.Length == 0 ? "" : $"&prefix={Uri.EscapeDataString(prefix)}") + string.Concat(detectors.Select(detector => $"&detector={Uri.EscapeDataString(detector)}"));

    /// <summary>One finding.</summary>
    public static string Finding(Guid id) => $"/findings/{id}";

    /// <summary>Findings that are still to be decided on, by any of their filters; nulls are left out.</summary>
    public static string UnresolvedBy(Guid? endpoint = null, string? detector = null, params IReadOnlyList<string> severities)
    {
        var found = FindingsBy(endpoint, detector: detector);
        return found + (found.Contains('?', StringComparison.Ordinal) ? '&' : '?') + string.Concat(severities.Select(severity => $"severity={severity}&"))
            + "status=open&status=acknowledged";
    }

    /// <summary>Findings by any of their filters; nulls are left out.</summary>
    public static string FindingsBy(Guid? endpoint = null, string? bucket = null, string? detector = null, string? severity = null, string? status = null)
    {
        string?[] parts =
        [
            endpoint is null ? null : $"endpoint={endpoint}",
            bucket is null ? null : $"bucket={Uri.EscapeDataString(bucket)}",
            detector is null ? null : $"detector={Uri.EscapeDataString(detector)}",
            severity is null ? null : $"severity={Uri.EscapeDataString(severity)}",
            status is null ? null : $"status={Uri.EscapeDataString(status)}",
        ];
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? Findings : $"{Findings}?{query}";
    }
}
