using System.Buffers.Binary;
using System.IO.Enumeration;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// The rules by which a plan leaves objects out. Pure: the same object gets the same answer from scans, estimates and after a restart.
/// In globs <c>*</c> is any run of characters, slashes included, and <c>?</c> one character; case differs. A glob without a slash is held
/// against the last part of the key, one with a slash against the whole key.
/// </summary>
/// <param name="plan">A plan that <see cref="ScanPlanCheck"/> found well.</param>
public sealed class ScanScope(ScanPlan plan)
{
    private readonly string[] _endings = [.. plan.Extensions.Select(extension => "." + extension)];

    /// <summary>Ids are hashes, so their last bits are spread evenly; an object is in the sample where they lie below this share of all.</summary>
    private readonly ulong _sampleBelow = plan.SamplePercent is { } percent and < 100 ? (ulong)(percent / 100 * ulong.MaxValue) : ulong.MaxValue;

    /// <summary>Which rule leaves an object out.</summary>
    /// <param name="bucketKey">Its key within the bucket.</param>
    /// <param name="size">Its bytes as listed.</param>
    /// <param name="id">Its id (<see cref="Kernel.StableId.OfObject"/>).</param>
    public LeftOutBy Judge(string bucketKey, long size, Guid id) =>
        plan.Prefixes.Count > 0 && !plan.Prefixes.Any(prefix => bucketKey.StartsWith(prefix, StringComparison.Ordinal)) ? LeftOutBy.Prefix
        : _endings.Length > 0 && !_endings.Any(ending => bucketKey.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? LeftOutBy.Extension
        : (plan.Include.Count > 0 && !Matches(plan.Include, bucketKey)) || Matches(plan.Exclude, bucketKey) ? LeftOutBy.Pattern
        : size > (plan.MaxObjectBytes ?? long.MaxValue) ? LeftOutBy.Size
        : _sampleBelow < ulong.MaxValue && Spread(id) >= _sampleBelow ? LeftOutBy.Sample
        : LeftOutBy.None;

    /// <summary>Which rule leaves a listed object out.</summary>
    public LeftOutBy Judge(StoredObject listed, Guid id) => Judge(listed.Key, listed.Size, id);

    private static bool Matches(IReadOnlyList<string> globs, string key)
    {
        for (var i = 0; i < globs.Count; i++)
        {
            var subject = globs[i].Contains('/') ? key : key.AsSpan(key.LastIndexOf('/') + 1);
            if (FileSystemName.MatchesSimpleExpression(globs[i], subject, ignoreCase: false))
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Spread(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }
}
