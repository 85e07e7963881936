using DlpDashboard.Extraction.Mail;
using DlpDashboard.Extraction.Markup;
using DlpDashboard.Extraction.Office;
using DlpDashboard.Extraction.Sql;

namespace DlpDashboard.Extraction.Formats;

/// <summary>Tells formats that are made of text by how it begins. JSON, tables and plain text are told later, by what their first block holds.</summary>
internal static class TextFormats
{
    /// <summary>The format's name where a reader of its own takes it; null for what is read as text.</summary>
    /// <param name="head">The first bytes, valid or nearly valid UTF-8, behind any byte order mark.</param>
    public static string? Detect(ReadOnlySpan<byte> head) =>
        head.StartsWith("{\\rtf"u8) ? RtfReader.Kind
        : SqlSniffer.IsDump(head) ? SqlReader.Kind
        : MarkupSniffer.Detect(head) ?? MailSniffer.Detect(head);
}
