namespace DlpDashboard.Providers;

/// <summary>A part of an object (RFC 9110, section 14).</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Bytes asked for; the end of the object may come earlier.</param>
public readonly record struct ByteRange(long Start, long Length);
