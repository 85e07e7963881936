using Amazon.S3;

namespace DlpDashboard.Providers.S3;

/// <summary>Keys as listings carry them.</summary>
internal static class S3Key
{
    /// <summary>The key itself. Where the server encoded it (it says so in its answer), percent signs are decoded and plus means a space.</summary>
    public static string Decode(string text, EncodingType? encoding) =>
        encoding == EncodingType.Url ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
