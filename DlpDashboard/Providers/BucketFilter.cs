using System.IO.Enumeration;
using DlpDashboard.Kernel;

namespace DlpDashboard.Providers;

/// <summary>
/// Which buckets of a connection count: names or globs (<c>*</c> any run, <c>?</c> one character) separated by commas; empty means all.
/// A filter of plain names alone needs no right to list buckets, which the smallest sets of permissions do not give.
/// </summary>
public sealed class BucketFilter
{
    private const int MaxPatterns = 1000;
    private const int MaxPatternLength = 255;
    private readonly string[] _globs;

    private BucketFilter(string[] names, string[] globs)
    {
        Names = names;
        _globs = globs;
    }

    /// <summary>The plain names, in ordinal order without repeats.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether only plain names are given, so that nothing needs to be listed.</summary>
    public bool IsOnlyNames => Names.Count > 0 && _globs.Length == 0;

    /// <summary>Reads a filter; refuses more than 1,000 patterns and patterns longer than 255 characters.</summary>
    public static Outcome<BucketFilter> Parse(string? text)
    {
        var patterns = (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (patterns.Length > MaxPatterns || patterns.Any(pattern => pattern.Length > MaxPatternLength || pattern.Contains('\0')))
        {
            return Problem.Invalid("providers.bucket-filter", "The bucket filter takes up to 1,000 names or globs of up to 255 characters, separated by commas. Shorten it.", "bucketFilter");
        }

        var byKind = patterns.ToLookup(pattern => pattern.AsSpan().ContainsAny('*', '?'));
        return new BucketFilter([.. byKind[false].Distinct().Order(StringComparer.Ordinal)], [.. byKind[true].Distinct()]);
    }

    /// <summary>Whether a bucket counts. Upper and lower case differ.</summary>
    public bool Matches(string bucket) =>
        (Names.Count == 0 && _globs.Length == 0)
        || Names.Contains(bucket, StringComparer.Ordinal)
        || _globs.Any(glob => FileSystemName.MatchesSimpleExpression(glob, bucket, ignoreCase: false));
}
