using System.Text;
using System.Text.Unicode;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Reads XML and HTML block by block, in whatever encoding they declare.</summary>
internal sealed class MarkupReader(bool isHtml) : IFormatReader
{
    /// <summary>XML's name.</summary>
    public const string Xml = "xml";

    /// <summary>HTML's name.</summary>
    public const string Html = "html";

    private const int Overlap = 1024;
    private const int Window = 16 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var block = content.Pool.Rent();
        content.Text.Open(content.Entry);
        try
        {
            var html = isHtml ? new HtmlText(content.Text) : null;
            var scanner = new MarkupScanner(html ?? (IMarkupSink)new XmlText(content.Text), isHtml);
            await using var text = new Utf8Stream(content.FromStart(), EncodingOf(content.Head.Span));
            var kept = 0;
            while (true)
            {
                var length = await Blocks.FillAsync(text, block, kept, cancellationToken);
                var isFinal = length < BlockPool.BlockSize;
                var start = kept == 0 && block.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
                var used = start + scanner.Scan(block.AsSpan(start, length - start), isFinal);
                if (isFinal)
                {
                    html?.End();
                    return ContentOutcome.Scanned(content.Kind);
                }

                kept = Math.Min(length - used, BlockPool.BlockSize - Overlap);
                block.AsSpan(length - kept, kept).CopyTo(block);
            }
        }
        finally
        {
            content.Text.Close();
            content.Pool.Return(block);
        }
    }

    // UTF-8 that shows itself counts more than what is declared.
    private static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        var window = head[..Math.Min(head.Length, Window)];
        var isUtf8 = Utf8.IsValid(window[..^Utf8Reader.CutCharacterLength(window)]);
        return isUtf8 && !Ascii.IsValid(window) ? null : TextEncodings.DeclaredBy(head) ?? (isUtf8 ? null : EncodingGuess.Of(window));
    }
}
