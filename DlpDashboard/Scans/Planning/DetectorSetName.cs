using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// Names what looked at an object: the catalogue's version, the reader's, that of what the organisation changed and wrote, and where only some detectors looked, a hash of their ids.
/// An object whose name is another than today's must be read again.
/// </summary>
internal static class DetectorSetName
{
    private const char Some = '/';

    /// <summary>The name of these; none means all.</summary>
    /// <param name="organisation">The version of what the organisation changed and wrote; empty where it did nothing.</param>
    /// <param name="detectors">The plan's detectors and packs.</param>
    public static string Of(string organisation, IReadOnlyList<string> detectors) => detectors.Count == 0
        ? All(organisation)
        : $"{All(organisation)}{Some}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', detectors.Order(StringComparer.Ordinal)))).AsSpan(0, 8))}";

    /// <summary>Whether what looked then saw all that would be looked for now.</summary>
    public static bool Covers(string then, string now) => then == now || (!then.Contains(Some) && now.StartsWith(then, StringComparison.Ordinal) && now.Length > then.Length && now[then.Length] == Some);

    private static string All(string organisation) => $"{DetectorCatalogue.Version}.{ObjectExtractor.Revision}{(organisation.Length == 0 ? "" : "." + organisation)}";
}
