namespace DlpDashboard.Extraction.Compression;

/// <summary>Ends a decompression that is sound but beyond our means: a window too large, a filter that is not read. Never leaves extraction.</summary>
/// <param name="reason">A sentence for people.</param>
internal sealed class DecoderStopException(string reason) : IOException(reason);
