namespace DlpDashboard.Storage.Prices;

/// <summary>Tells the clouds themselves from servers of one's own that speak their protocols: list prices say nothing of those.</summary>
internal static class CloudAddress
{
    private static readonly string[] Clouds = ["Amazon S3", "Google Cloud Storage", ".amazonaws.com", ".googleapis.com", ".core.windows.net", ".core.chinacloudapi.cn", ".core.usgovcloudapi.net"];

    /// <summary>Whether an endpoint's address, as it is shown, leads to a cloud.</summary>
    public static bool IsTheCloudItself(string address) => Array.Exists(Clouds, cloud => address.Contains(cloud, StringComparison.OrdinalIgnoreCase));
}
