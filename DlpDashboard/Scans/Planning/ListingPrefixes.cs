using System.Text;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// The prefixes below which a bucket is listed, so that each object is listed once and all in the order of their keys' UTF-8 bytes: a prefix
/// below another is left to that one, the rest is ordered.
/// </summary>
/// <param name="prefixes">As the plan has them; none means the whole bucket.</param>
internal sealed class ListingPrefixes(IReadOnlyList<string> prefixes)
{
    private readonly string?[] _ordered = prefixes.Count == 0
        ? [null]
        : [.. prefixes.Where(prefix => !prefixes.Any(other => other != prefix && prefix.StartsWith(other, StringComparison.Ordinal))).Distinct().Order(Comparer<string>.Create(CompareBytes))];

    /// <summary>What is left to list behind a key: prefixes, each with the key to begin after, or null for its beginning.</summary>
    public IEnumerable<(string? Prefix, string? After)> Behind(string? key)
    {
        foreach (var prefix in _ordered)
        {
            var isInside = key is not null && (prefix is null || key.StartsWith(prefix, StringComparison.Ordinal));
            if (isInside || key is null || CompareBytes(key, prefix!) < 0)
            {
                yield return (prefix, isInside ? key : null);
            }
        }
    }

    /// <summary>Code points in order are UTF-8 bytes in order; UTF-16 units are not where surrogates meet U+E000 and above.</summary>
    private static int CompareBytes(string left, string right) =>
        Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
