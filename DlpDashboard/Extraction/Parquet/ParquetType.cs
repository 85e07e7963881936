namespace DlpDashboard.Extraction.Parquet;

/// <summary>How Parquet stores a value.</summary>
internal enum ParquetType
{
    /// <summary>A bit.</summary>
    Boolean = 0,

    /// <summary>Four bytes.</summary>
    Int32 = 1,

    /// <summary>Eight bytes.</summary>
    Int64 = 2,

    /// <summary>Twelve bytes: an old time stamp.</summary>
    Int96 = 3,

    /// <summary>Four bytes.</summary>
    Float = 4,

    /// <summary>Eight bytes.</summary>
    Double = 5,

    /// <summary>Bytes with their length.</summary>
    ByteArray = 6,

    /// <summary>Bytes of a length the column names.</summary>
    FixedByteArray = 7,
}
