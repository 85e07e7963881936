namespace DlpDashboard.Extraction;

/// <summary>What extraction made of one object.</summary>
/// <param name="State">How far it was read.</param>
/// <param name="Reason">A sentence for people; null only when everything was scanned.</param>
/// <param name="Kind">The format found by content: <c>text</c>, <c>csv</c>, <c>tsv</c>, <c>json</c>, <c>ndjson</c>, <c>gzip</c>, <c>zip</c>, <c>png</c> …</param>
/// <param name="BytesRead">Bytes taken from the object.</param>
/// <param name="TextBytes">Bytes of UTF-8 text handed to the sink.</param>
internal readonly record struct ExtractionResult(ExtractionState State, string? Reason, string Kind, long BytesRead, long TextBytes);
