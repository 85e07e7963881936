using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>Reads a Rich Text Format document (Microsoft's RTF specification 1.9.1) block by block.</summary>
internal sealed class RtfReader : IFormatReader
{
    /// <summary>The format's name.</summary>
    public const string Kind = "rtf";

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var tally = new PartTally(Kind);
        var (stream, block) = (content.FromStart(), content.Pool.Rent());
        content.Text.Open(content.Entry);
        try
        {
            var words = new RtfWords(new FlowText(content.Text, ""));
            var parser = new RtfParser(words);
            for (var read = await stream.ReadAsync(block, cancellationToken); read > 0; read = await stream.ReadAsync(block, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                parser.Take(block.AsSpan(0, read));
            }

            words.Flush();
            tally.Add();
            if (words.Objects > 0)
            {
                tally.Miss("embedded object", "It is not read.");
            }

            if (!words.IsClosed)
            {
                tally.Miss("document", "It is damaged or cut short: its last group does not end.");
            }
        }
        finally
        {
            // What was read before the stream broke still counts.
            content.Text.Close();
            content.Pool.Return(block);
        }

        return tally.Sum(content.Budget.Stop);
    }
}
