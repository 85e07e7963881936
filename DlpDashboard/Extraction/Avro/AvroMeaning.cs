namespace DlpDashboard.Extraction.Avro;

/// <summary>What a stored value means, as far as its text depends on it.</summary>
internal enum AvroMeaning
{
    /// <summary>What it is.</summary>
    Plain,

    /// <summary>A number with decimals, highest byte first.</summary>
    Decimal,

    /// <summary>Days since 1970.</summary>
    Date,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds,

    /// <summary>Microseconds since 1970.</summary>
    Microseconds,
}
