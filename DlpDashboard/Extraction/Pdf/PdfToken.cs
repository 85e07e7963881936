namespace DlpDashboard.Extraction.Pdf;

/// <summary>What <see cref="PdfLexer"/> read.</summary>
internal enum PdfToken
{
    /// <summary>The bytes end before a whole token.</summary>
    End,

    /// <summary>A number, in <see cref="PdfLexer.Number"/>.</summary>
    Number,

    /// <summary>Any other object, in <see cref="PdfLexer.Value"/>.</summary>
    Value,

    /// <summary>A word: an operator, <c>obj</c>, <c>R</c>; in <see cref="PdfLexer.Word"/>.</summary>
    Word,

    /// <summary><c>]</c> without its beginning.</summary>
    ArrayEnd,

    /// <summary><c>&gt;&gt;</c> without its beginning.</summary>
    DictionaryEnd,
}
