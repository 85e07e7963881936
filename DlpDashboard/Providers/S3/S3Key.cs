using Amazon.S3;

namespace DlpDashboard.Providers.S3;

/// <summary>Keys as listings carry them and as requests need them.</summary>
internal static class S3Key
{
    /// <summary>The key itself. Where the server encoded it (it says so in its answer), percent signs are decoded and plus means a space.</summary>
    public static string Decode(string text, EncodingType? encoding) =>
        encoding == EncodingType.Url ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;

    /// <summary>The key as the SDK must be given it: it takes away one leading slash, and would read another object.</summary>
    public static string ForRequest(string key) => key.StartsWith('/') ? "/" + key : key;
}
