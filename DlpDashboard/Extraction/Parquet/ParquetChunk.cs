namespace DlpDashboard.Extraction.Parquet;

/// <summary>The values of one column in one row group.</summary>
/// <param name="Codec">How its pages are compressed.</param>
/// <param name="Values">How many values, nulls counted.</param>
/// <param name="Offset">Where its first page starts.</param>
/// <param name="Size">Bytes of its pages.</param>
/// <param name="IsEncrypted">Whether it is protected by a key of its own.</param>
/// <param name="IsElsewhere">Whether it stands in another file.</param>
internal readonly record struct ParquetChunk(int Codec, long Values, long Offset, long Size, bool IsEncrypted, bool IsElsewhere);
