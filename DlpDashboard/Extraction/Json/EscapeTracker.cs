using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Json;

/// <summary>
/// Finds the source byte of a written byte in a block whose escapes were resolved. Like <see cref="Tracker{TPlace}"/>: a cursor with marks.
/// </summary>
internal sealed class EscapeTracker
{
    private const int Stride = 512;

    private readonly (int Source, int Text)[] _marks = new (int, int)[(BlockPool.BlockSize / Stride) + 2];
    private TextBlock? _block;
    private int _marked;

    /// <summary>Forgets a block that is about to be reused.</summary>
    public void Forget(TextBlock block) => _block = _block == block ? null : _block;

    /// <summary>The source position of a written byte; the start of its escape where it came from one.</summary>
    public int SourceOf(TextBlock block, int text)
    {
        if (block.EscapedLength == 0)
        {
            return text;
        }

        if (_block != block)
        {
            (_block, _marked) = (block, 1);
            _marks[0] = (0, 0);
        }

        var mark = FindMark(text);
        var (source, at) = _marks[mark];
        var escaped = block.Source[..block.EscapedLength];
        Span<byte> scratch = stackalloc byte[4];
        while (source < escaped.Length)
        {
            if (mark == _marked - 1 && at - _marks[mark].Text >= Stride)
            {
                _marks[++mark] = (source, at);
                _marked++;
            }

            var window = escaped.Slice(source, Math.Min(Stride, escaped.Length - source));
            var run = window.IndexOf((byte)'\\');
            var plain = run < 0 ? window.Length : run;
            if (text < at + plain)
            {
                break;
            }

            (source, at) = (source + plain, at + plain);
            if (run < 0)
            {
                continue;
            }

            JsonEscapes.Resolve(escaped[source..], isFinal: true, scratch, out var length, out var written);
            if (text < at + written)
            {
                return source;
            }

            (source, at) = (source + length, at + written);
        }

        return Math.Min(source + (text - at), block.Length);
    }

    private int FindMark(int text)
    {
        var (low, high) = (0, _marked - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _marks[middle].Text <= text ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
