namespace DlpDashboard.Extraction.Parquet;

/// <summary>The values of a page, one after the other, as Parquet's plain encoding writes them.</summary>
internal abstract class ParquetValues
{
    /// <summary>How often the value that <see cref="Next"/> gives comes in a row, at least.</summary>
    public virtual int Repeat => 1;

    /// <summary>The next value; valid until the next call. Damage is an <see cref="InvalidDataException"/>.</summary>
    public abstract ReadOnlySpan<byte> Next();

    /// <summary>Passes over repetitions of the value just given.</summary>
    public virtual void SkipRepeats(int count)
    {
    }
}
