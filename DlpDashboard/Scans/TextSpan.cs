namespace DlpDashboard.Scans;

/// <summary>A stretch of an object's decoded text, in UTF-16 units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct TextSpan(long Start, long End);
