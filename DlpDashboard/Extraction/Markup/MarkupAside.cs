namespace DlpDashboard.Extraction.Markup;

/// <summary>What stands beside the text of a document.</summary>
internal enum MarkupAside
{
    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A document type or another declaration.</summary>
    Declaration,

    /// <summary>A processing instruction.</summary>
    Instruction,

    /// <summary>A script.</summary>
    Script,

    /// <summary>A style sheet.</summary>
    Style,
}
