using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// Names what looked at an object: the catalogue's version, the reader's, and where only some detectors looked, a hash of their ids.
/// An object whose name is another than today's must be read again.
/// </summary>
internal static class DetectorSetName
{
    /// <summary>The name of all detectors of this build.</summary>
    public static string All { get; } = $"{DetectorCatalogue.Version}.{ObjectExtractor.Revision}";

    /// <summary>The name of these; none means all.</summary>
    public static string Of(IReadOnlyList<string> detectors) => detectors.Count == 0
        ? All
        : $"{All}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', detectors.Order(StringComparer.Ordinal)))).AsSpan(0, 8))}";

    /// <summary>Whether what looked then saw all that would be looked for now.</summary>
    public static bool Covers(string then, string now) => then == now || then == All;
}
