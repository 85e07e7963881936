using System.Text;

namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>
/// The text of one page: takes what is shown in any order, and puts it into lines from top to bottom and left to right, with a space where a gap is wide,
/// a tab where it is a column's, and none where letters of one word or number were placed one by one.
/// </summary>
internal sealed class PdfPageText(Action<StringBuilder> write)
{
    private const int MaxFragments = 50_000;
    private const int MaxCharacters = 1024 * 1024;
    /// <summary>A gap wider than this, in sizes of the font, is a space.</summary>
    public const double Space = 0.16;

    /// <summary>A gap wider than this is between columns.</summary>
    public const double Column = 1.2;

    private const int MinCells = 6;

    private readonly List<PdfFragment> _fragments = [];
    private readonly StringBuilder _line = new();
    private readonly PdfParagraphs _paragraphs = new(write);
    private int _cellsStart;

    /// <summary>Takes the characters of what is shown next.</summary>
    public StringBuilder Characters { get; } = new();

    /// <summary>Adds what was appended to <see cref="Characters"/>.</summary>
    /// <param name="place">Where it begins, in the page's space.</param>
    /// <param name="width">How far it reaches, in the space of its text.</param>
    /// <param name="size">The font's size in that space.</param>
    /// <param name="start">Its first character.</param>
    public void Add(PdfMatrix place, double width, double size, int start)
    {
        var length = Characters.Length - start;
        if (length == 0)
        {
            Extend(place, width);
            return;
        }

        var (right, up) = (Math.Sqrt((place.A * place.A) + (place.B * place.B)), Math.Sqrt((place.C * place.C) + (place.D * place.D)));
        if (!double.IsFinite(right + up + place.E + place.F))
        {
            Characters.Length = start;
            return;
        }

        var (rightX, rightY) = right > 0 ? (place.A / right, place.B / right) : (1, 0);
        var (upX, upY) = up > 0 ? (place.C / up, place.D / up) : (0, 1);
        var angle = rightY == 0 && rightX > 0 ? 0 : (int)Math.Round(Math.Atan2(rightY, rightX) * (180 / Math.PI));
        var from = (place.E * rightX) + (place.F * rightY);
        var across = (place.E * upX) + (place.F * upY);
        _fragments.Add(new PdfFragment(angle, across, from, from + (width * right), Math.Max(Math.Abs(size) * up, 0.01), start, length));
        if (_fragments.Count >= MaxFragments || Characters.Length >= MaxCharacters)
        {
            Flush();
        }
    }

    /// <summary>Writes the lines of what was added.</summary>
    public void Flush()
    {
        _fragments.Sort(static (a, b) => a.Angle != b.Angle ? a.Angle.CompareTo(b.Angle) : b.Across.CompareTo(a.Across));
        var line = new List<PdfFragment>();
        for (var i = 0; i < _fragments.Count; i++)
        {
            var fragment = _fragments[i];
            if (line.Count > 0 && (line[0].Angle != fragment.Angle || line[^1].Across - fragment.Across > 0.4 * Math.Min(line[^1].Size, fragment.Size)))
            {
                WriteLine(line);
                line.Clear();
            }

            if (i == 0 || _fragments[i - 1].Angle != fragment.Angle)
            {
                _paragraphs.Begin(MarginFrom(i));
            }

            line.Add(fragment);
        }

        WriteLine(line);
        _paragraphs.End();
        _fragments.Clear();
        Characters.Clear();
    }

    private double MarginFrom(int index)
    {
        var (angle, margin) = (_fragments[index].Angle, double.MinValue);
        for (; index < _fragments.Count && _fragments[index].Angle == angle; index++)
        {
            margin = Math.Max(margin, _fragments[index].To);
        }

        return margin;
    }

    // What is shown without text of its own belongs to what stands right before it.
    private void Extend(PdfMatrix place, double width)
    {
        var right = Math.Sqrt((place.A * place.A) + (place.B * place.B));
        if (_fragments.Count == 0 || right <= 0)
        {
            return;
        }

        var from = ((place.E * place.A) + (place.F * place.B)) / right;
        var last = _fragments[^1];
        if (Math.Abs(from - last.To) < last.Size)
        {
            _fragments[^1] = last with { To = from + (width * right) };
        }
    }

    private void WriteLine(List<PdfFragment> line)
    {
        if (line.Count == 0)
        {
            return;
        }

        // Stable, so that what was shown first stays first where places are equal.
        line.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Start.CompareTo(b.Start));
        var cellsEnd = 0;
        for (var i = 0; i < line.Count; i++)
        {
            cellsEnd = i >= cellsEnd ? CellsEnd(line, i) : cellsEnd;
            if (i > 0 && IsRepeated(line[i - 1], line[i]))
            {
                continue;
            }

            var gap = i == 0 ? 0 : (line[i].From - line[i - 1].To) / Math.Max(line[i - 1].Size, line[i].Size);
            var isCell = i > 0 && i < cellsEnd && _cellsStart < i;
            if (gap > Space && !isCell && _line.Length > 0 && _line[^1] is not (' ' or '\t'))
            {
                _line.Append(gap > Column ? '\t' : ' ');
            }

            _line.Append(Characters, line[i].Start, line[i].Length);
        }

        _paragraphs.Add(_line, line[0] with { To = line.Max(fragment => fragment.To) });
        _line.Clear();
    }

    // Single characters at the same distance from one another are the cells of a form: digits of one number.
    private int CellsEnd(List<PdfFragment> line, int from)
    {
        var end = from;
        var pitch = from + 1 < line.Count ? line[from + 1].From - line[from].From : 0;
        while (end + 1 < line.Count && line[end].Length == 1 && line[end + 1].Length == 1 && pitch > 0 && pitch < 3 * line[from].Size
            && Math.Abs(line[end + 1].From - line[end].From - pitch) < 0.12 * pitch)
        {
            end++;
        }

        _cellsStart = from;
        return end - from + 1 >= MinCells ? end + 1 : from + 1;
    }

    // Bold letters are made by showing them twice.
    private bool IsRepeated(PdfFragment before, PdfFragment now)
    {
        if (before.Length != now.Length || Math.Abs(now.From - before.From) > 0.2 * now.Size)
        {
            return false;
        }

        for (var i = 0; i < Math.Min(now.Length, 256); i++)
        {
            if (Characters[before.Start + i] != Characters[now.Start + i])
            {
                return false;
            }
        }

        return true;
    }
}
