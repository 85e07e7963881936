namespace DlpDashboard.Extraction.Parquet;

/// <summary>What a stored value means, as far as its text depends on it.</summary>
internal enum ParquetMeaning
{
    /// <summary>A number, or bytes that are text where they look like it.</summary>
    Plain,

    /// <summary>A number without sign.</summary>
    Unsigned,

    /// <summary>A number with decimals.</summary>
    Decimal,

    /// <summary>Days since 1970.</summary>
    Date,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds,

    /// <summary>Microseconds since 1970.</summary>
    Microseconds,

    /// <summary>Nanoseconds since 1970.</summary>
    Nanoseconds,

    /// <summary>Sixteen bytes of a UUID.</summary>
    Uuid,
}
