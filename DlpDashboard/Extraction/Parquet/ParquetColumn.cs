namespace DlpDashboard.Extraction.Parquet;

/// <summary>A column that holds values.</summary>
/// <param name="Path">Its name as UTF-8, nested ones joined by dots; the wrappers of lists and maps left out.</param>
/// <param name="Type">How values are stored.</param>
/// <param name="Length">Bytes of a <see cref="ParquetType.FixedByteArray"/>.</param>
/// <param name="Meaning">What they mean.</param>
/// <param name="Scale">Decimals of a <see cref="ParquetMeaning.Decimal"/>.</param>
/// <param name="MaxDefinition">The definition level of a value that is there.</param>
/// <param name="MaxRepetition">The deepest list it is in.</param>
internal sealed record ParquetColumn(byte[] Path, ParquetType Type, int Length, ParquetMeaning Meaning, int Scale, int MaxDefinition, int MaxRepetition)
{
    /// <summary>Bytes of a value where all have as many; 0 where they do not.</summary>
    public int Width => Type switch
    {
        ParquetType.Int32 or ParquetType.Float => 4,
        ParquetType.Int64 or ParquetType.Double => 8,
        ParquetType.Int96 => 12,
        ParquetType.FixedByteArray => Length,
        _ => 0,
    };
}
