using System.Globalization;
using System.Text;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Mail;

/// <summary>
/// Reads messages (RFC 5322 with MIME, RFC 2045 to 2049) and mailboxes of them (RFC 4155): header fields, plain bodies by line, everything else as contents of their own
/// after its transfer encoding is undone.
/// </summary>
internal sealed class MailReader : IFormatReader
{
    /// <summary>One message.</summary>
    public const string Message = "eml";

    /// <summary>Messages one after the other.</summary>
    public const string Mailbox = "mbox";

    private const int MaxLevels = 32;
    private const int Block = 4096;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var file = await content.SeekableAsync(cancellationToken);
        if (file is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The mail is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                content.Kind);
        }

        var isMailbox = content.Kind == Mailbox;
        var (tally, lines) = (new PartTally(content.Kind), new MimeLines(file, isMailbox));
        if (!isMailbox)
        {
            await new MailReading(content, tally, lines, "").ReadPartAsync(isOuter: true, cancellationToken);
            return tally.Sum(content.Budget.Stop);
        }

        lines.PassRest();
        for (var number = 1; lines.Border is not null && content.Budget.Stop is null; number++)
        {
            lines.Pass();
            await new MailReading(content, tally, lines, string.Create(CultureInfo.InvariantCulture, $"message {number} ")).ReadPartAsync(isOuter: true, cancellationToken);
            lines.PassRest();
        }

        return tally.Sum(content.Budget.Stop);
    }

    /// <summary>The reading of one message.</summary>
    private sealed class MailReading(FormatContent content, PartTally tally, MimeLines lines, string where)
    {
        private int _parts;

        public async ValueTask ReadPartAsync(bool isOuter, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            content.Text.Open(content.Entry);
            var fields = MimeFields.Read(lines, content.Text, isOuter ? where : $"{where}part {++_parts} ");
            content.Text.Close();
            var type = MimeHeader.Value(fields.ContentType);
            if (type.StartsWith("multipart/", StringComparison.Ordinal) && MimeHeader.Parameter(fields.ContentType, "boundary") is { Length: > 0 } boundary && lines.Levels < MaxLevels)
            {
                await ReadPartsAsync(boundary, cancellationToken);
                return;
            }

            var name = MimeHeader.Parameter(fields.Disposition, "filename") ?? MimeHeader.Parameter(fields.ContentType, "name");
            var encoding = TransferDecoder.Of(MimeHeader.Value(fields.TransferEncoding));
            await using var body = new MimeBodyStream(lines, encoding);
            if (type is "" or "text/plain" && name is null)
            {
                tally.Add();
                WriteLines(body, "body", CharsetOf(fields), cancellationToken);
            }
            else if (type == "application/pkcs7-mime" && fields.ContentType!.Contains("enveloped", StringComparison.OrdinalIgnoreCase))
            {
                tally.Miss(where + "body", "It is encrypted for its recipients (S/MIME).");
            }
            else
            {
                await ReadContentAsync(body, type, name, fields, cancellationToken);
            }

            lines.PassRest();
        }

        // Parts between borders; a border of an outer level ends them too.
        private async ValueTask ReadPartsAsync(string boundary, CancellationToken cancellationToken)
        {
            var level = lines.Levels;
            lines.Push(boundary);
            WriteAround(cancellationToken);
            while (lines.Border == level && content.Budget.Stop is null)
            {
                lines.Pass();
                if (lines.IsLastBorder)
                {
                    break;
                }

                await ReadPartAsync(isOuter: false, cancellationToken);
            }

            lines.Pop();
            if (content.Budget.Stop is null)
            {
                WriteAround(cancellationToken);
            }
        }

        // What stands before the first part and behind the last is not shown by mail programs, and so a place to hide.
        private void WriteAround(CancellationToken cancellationToken)
        {
            using var around = new MimeBodyStream(lines, TransferEncoding.None);
            WriteLines(around, "text around the parts", Encoding.UTF8, cancellationToken);
        }

        private async ValueTask ReadContentAsync(MimeBodyStream body, string type, string? name, MimeFields fields, CancellationToken cancellationToken)
        {
            name = SafeText.Of(where.Length == 0 ? name ?? NameOf(type) : $"{where.TrimEnd()}!/{name ?? NameOf(type)}");
            var charset = type.StartsWith("text/", StringComparison.Ordinal) ? CharsetOf(fields) : Encoding.UTF8;
            if (charset.CodePage == Encoding.UTF8.CodePage)
            {
                tally.Add(name, await content.ReadInnerAsync(body, name, cancellationToken));
                return;
            }

            // A mark of UTF-8 says that this is decoded, whatever the text says of itself.
            await using var decoded = Encoding.CreateTranscodingStream(body, charset, Encoding.UTF8, leaveOpen: true);
            await using var marked = new ReplayStream(Encoding.UTF8.Preamble.ToArray(), decoded);
            tally.Add(name, await content.ReadInnerAsync(marked, name, cancellationToken));
        }

        private void WriteLines(MimeBodyStream body, string path, Encoding charset, CancellationToken cancellationToken)
        {
            content.Text.Open(content.Entry);
            var (text, decoder) = (new LinedText(content.Text, where + path), charset.GetDecoder());
            var (bytes, chars) = (new byte[Block], new char[charset.GetMaxCharCount(Block)]);
            text.Begin();
            for (var read = body.Read(bytes); read > 0; read = body.Read(bytes))
            {
                cancellationToken.ThrowIfCancellationRequested();
                text.Append(chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false)));
            }

            content.Text.Close();
        }

        private static Encoding CharsetOf(MimeFields fields) =>
            (MimeHeader.Parameter(fields.ContentType, "charset") is { } name ? CodePage.Named(name) : null) ?? Encoding.UTF8;

        private string NameOf(string type) => type switch
        {
            "text/html" => "body.html",
            "text/rtf" or "application/rtf" => "body.rtf",
            "message/rfc822" => "message.eml",
            "text/calendar" => "invitation.ics",
            _ => string.Create(CultureInfo.InvariantCulture, $"part {_parts}"),
        };
    }
}
