namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>An operator of a content stream with what stands before it.</summary>
internal sealed class PdfOperation
{
    private const int Most = 32;

    private readonly double[] _numbers = new double[Most];
    private readonly object?[] _values = new object?[Most];

    /// <summary>The operator's letters, each shifted by 8 bits.</summary>
    public int Operator { get; set; }

    /// <summary>Operands before it.</summary>
    public int Count { get; private set; }

    /// <summary>An operator's number.</summary>
    public static int CodeOf(ReadOnlySpan<byte> letters)
    {
        var code = 0;
        foreach (var letter in letters.Length > 3 ? default : letters)
        {
            code = (code << 8) | letter;
        }

        return code;
    }

    /// <summary>Forgets the operands.</summary>
    public void Clear()
    {
        Array.Clear(_values, 0, Count);
        Count = 0;
    }

    /// <summary>Adds an operand; what is more than any operator takes is dropped.</summary>
    public void Add(double number, object? value)
    {
        if (Count < Most)
        {
            (_numbers[Count], _values[Count]) = (number, value);
            Count++;
        }
    }

    /// <summary>The n-th operand from the end as a number; 0 where there is none.</summary>
    public double NumberAt(int fromEnd) => fromEnd <= Count && _values[Count - fromEnd] is null ? _numbers[Count - fromEnd] : 0;

    /// <summary>The n-th operand from the end that is no number, or null.</summary>
    public object? ValueAt(int fromEnd) => fromEnd <= Count ? _values[Count - fromEnd] : null;
}
