using System.Security.Cryptography;
using System.Text;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Keys of fixed length by which the database itself refuses duplicates, alike on every database and whatever its collation:
/// SHA-256 (FIPS 180-4) in hexadecimal, over parts that are each preceded by their length.
/// </summary>
internal static class EndpointKeys
{
    /// <summary>Characters of a key.</summary>
    public const int Length = 2 * SHA256.HashSizeInBytes;

    /// <summary>The name without case and without compatibility variants (Unicode NFKC, UAX 15).</summary>
    public static string OfName(string name) => Of(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant());

    /// <summary>Provider, address, buckets in any order, and prefix. Credentials do not count: the same data is the same target.</summary>
    public static string OfTarget(EndpointTarget target)
    {
        var buckets = target.BucketFilter.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Of(target.Provider, target.Address, string.Join(',', buckets), target.Prefix);
    }

    private static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
