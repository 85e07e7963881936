namespace DlpDashboard.Extraction.Formats;

/// <summary>
/// Reads one format that is more than text or an archive of contents: writes its text with places through <see cref="FormatContent.Text"/>
/// and gives contents within it (attachments, embedded files) back to <see cref="FormatContent.ReadInnerAsync"/>.
/// </summary>
/// <remarks>
/// What is wrong with the content is an outcome, never an exception; failures of the stream itself fly on. Memory does not grow with the content.
/// Made once an extractor and used for one content after the other, also for one within another of the same format: state of a content stays in locals.
/// </remarks>
internal interface IFormatReader
{
    /// <summary>Reads a content to its end.</summary>
    ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken);
}
