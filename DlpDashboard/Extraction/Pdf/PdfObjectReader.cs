namespace DlpDashboard.Extraction.Pdf;

/// <summary>Reads indirect objects (7.3.10) at places of the file.</summary>
internal sealed class PdfObjectReader(PdfFile file)
{
    private const int Usual = 2 * 1024;
    private const int Largest = 1024 * 1024;

    /// <summary>The object at an offset with its number, and the bytes it takes; null where none begins there or it is too large.</summary>
    public async ValueTask<(PdfReference Id, object? Value, int Size)?> ReadAsync(long offset, CancellationToken cancellationToken)
    {
        for (var size = Usual; size <= Largest; size *= 8)
        {
            var buffer = new byte[size];
            var length = await file.ReadAsync(offset, buffer, cancellationToken);
            if (Parse(buffer.AsSpan(0, length), offset, length < size, out var found))
            {
                return found;
            }
        }

        return null;
    }

    // False where more bytes are needed.
    private static bool Parse(ReadOnlySpan<byte> bytes, long offset, bool isFinal, out (PdfReference, object?, int)? found)
    {
        found = null;
        var lexer = new PdfLexer(bytes, isFinal);
        if (ReadHead(ref lexer, out var id) is not true and var head)
        {
            return head is false || isFinal;
        }

        if (!lexer.TryReadObject(out var value))
        {
            found = lexer.Position < bytes.Length && !isFinal && bytes.Length < Largest ? null : (id, null, lexer.Position);
            return isFinal || bytes.Length >= Largest;
        }

        var token = lexer.Read();
        if (token == PdfToken.End && !isFinal)
        {
            return false;
        }

        if (value is PdfDictionary dictionary && token == PdfToken.Word && lexer.Word.SequenceEqual("stream"u8))
        {
            if (lexer.Position + 2 > bytes.Length && !isFinal)
            {
                return false;
            }

            value = new PdfStream(dictionary, offset + SkipLineEnd(bytes, lexer.Position), id);
        }

        found = (id, value, lexer.Position);
        return true;
    }

    // "12 0 obj". Null where the bytes end before it is whole; false where it is something else.
    private static bool? ReadHead(ref PdfLexer lexer, out PdfReference id)
    {
        id = new PdfReference(0, 0);
        var token = lexer.Read();
        var number = lexer.Number;
        token = token == PdfToken.Number ? lexer.Read() : token;
        var generation = lexer.Number;
        token = token == PdfToken.Number ? lexer.Read() : token;
        id = new PdfReference((int)Math.Clamp(number, 0, int.MaxValue), (int)Math.Clamp(generation, 0, 65_535));
        return token == PdfToken.End ? null : token == PdfToken.Word && lexer.Word.SequenceEqual("obj"u8);
    }

    private static int SkipLineEnd(ReadOnlySpan<byte> bytes, int at) =>
        bytes[at..] is [(byte)'\r', (byte)'\n', ..] ? at + 2 : bytes[at..] is [(byte)'\n' or (byte)'\r', ..] ? at + 1 : at;
}
