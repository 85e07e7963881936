namespace DlpDashboard.Extraction.Pdf;

/// <summary>An object stream (7.5.7), decoded: pairs of number and offset, then the objects.</summary>
internal sealed class PdfObjectStream
{
    private const int MaxObjects = 100_000;

    private readonly byte[] _bytes;
    private readonly List<(int Number, int Offset)> _objects = [];

    /// <summary>Reads the pairs.</summary>
    public PdfObjectStream(PdfDictionary dictionary, byte[] bytes)
    {
        _bytes = bytes;
        var first = Math.Clamp(dictionary.IntegerOf("First") ?? 0, 0, bytes.Length);
        var lexer = new PdfLexer(bytes.AsSpan(0, first), isFinal: true);
        while (_objects.Count < MaxObjects && lexer.Read() == PdfToken.Number && lexer.Number is var number && lexer.Read() == PdfToken.Number)
        {
            _objects.Add(((int)Math.Clamp(number, 0, int.MaxValue), (int)Math.Clamp(first + lexer.Number, 0, bytes.Length)));
        }
    }

    /// <summary>The numbers of the objects, in order.</summary>
    public IEnumerable<int> Numbers => _objects.Select(o => o.Number);

    /// <summary>An object by its index, or by its number where the index is wrong.</summary>
    public object? Read(int index, int number, out int size)
    {
        size = 0;
        if (index >= _objects.Count || _objects[index].Number != number)
        {
            index = _objects.FindIndex(o => o.Number == number);
        }

        if (index < 0)
        {
            return null;
        }

        var lexer = new PdfLexer(_bytes.AsSpan(_objects[index].Offset), isFinal: true);
        lexer.TryReadObject(out var value);
        size = lexer.Position;
        return value;
    }
}
