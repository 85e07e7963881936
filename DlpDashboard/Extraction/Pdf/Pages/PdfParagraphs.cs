using System.Text;

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>
/// Writes lines one under the other. A line of prose that reaches the margin goes on in the line below, so a value that was broken there is whole again;
/// lines of tables and lists end.
/// </summary>
internal sealed class PdfParagraphs(Action<StringBuilder> write)
{
    private const int MinWords = 5;
    private const double Reaches = 0.85;

    private readonly StringBuilder _end = new(" ");
    private double _margin;
    private PdfFragment? _before;

    /// <summary>Lines of another direction begin.</summary>
    /// <param name="margin">Where the longest of them ends.</param>
    public void Begin(double margin)
    {
        End();
        _margin = margin;
    }

    /// <summary>Writes a line.</summary>
    /// <param name="line">Its text.</param>
    /// <param name="place">Where it stands: the whole line as one fragment.</param>
    public void Add(StringBuilder line, PdfFragment place)
    {
        if (_before is { } before)
        {
            _end[0] = GoesOn(before, place) ? ' ' : '\n';
            write(_end);
        }

        write(line);
        _before = IsProse(line) ? place : place with { To = double.NegativeInfinity };
    }

    /// <summary>The last line has ended.</summary>
    public void End()
    {
        if (_before is not null)
        {
            _end[0] = '\n';
            write(_end);
            _before = null;
        }
    }

    private bool GoesOn(PdfFragment before, PdfFragment now) =>
        before.To - before.From >= Reaches * (_margin - before.From)
        && Math.Abs(now.From - before.From) < 3 * before.Size
        && before.Across - now.Across < 2.2 * before.Size
        && Math.Abs(now.Size - before.Size) < 0.2 * before.Size;

    private static bool IsProse(StringBuilder line)
    {
        var (letters, spaces, characters) = (0, 0, 0);
        foreach (var chunk in line.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (c == '\t')
                {
                    return false;
                }

                characters++;
                letters += char.IsLetter(c) ? 1 : 0;
                spaces += c == ' ' ? 1 : 0;
            }
        }

        return spaces >= MinWords - 1 && letters * 2 >= characters;
    }
}
