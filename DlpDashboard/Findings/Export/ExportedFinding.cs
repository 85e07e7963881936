using DlpDashboard.Kernel;

namespace DlpDashboard.Findings.Export;

/// <summary>A finding on its way into a file, with its masked samples and the storage it lies in.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Samples">Masked samples.</param>
/// <param name="Endpoint">The endpoint; null where it is gone.</param>
/// <param name="DetectorName">What the detector is called.</param>
internal sealed record ExportedFinding(FindingRow Row, IReadOnlyList<FindingSample> Samples, EndpointName? Endpoint, string DetectorName)
{
    /// <summary>Where the object is, as its provider's tools name it; a path below the endpoint where there is no such name. Percent-encoded (RFC 3986).</summary>
    public string Address()
    {
        var key = string.Join('/', Row.ObjectKey.Split('/').Select(Uri.EscapeDataString));
        var bucket = Uri.EscapeDataString(Row.Bucket);
        return Endpoint?.Provider switch
        {
            "aws" => $"s3://{bucket}/{key}",
            "gcp" => $"gs://{bucket}/{key}",
            "azure" => $"az://{bucket}/{key}",
            _ => Row.Bucket is "." or "" ? key : $"{bucket}/{key}",
        };
    }
}
