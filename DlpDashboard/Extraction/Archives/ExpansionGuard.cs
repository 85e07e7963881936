using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Holds what a format makes of its bytes (pages decompressed, values written) within the object's budget, where no <see cref="InflatedStream"/> stands between.
/// </summary>
internal sealed class ExpansionGuard(ArchiveBudget budget)
{
    private const int TextStep = 4096;

    private long _taken;
    private long _text;
    private long _made;
    private long _uncounted;

    /// <summary>Bytes that were read.</summary>
    public void Take(long bytes) => _taken += bytes;

    /// <summary>Bytes that were decompressed.</summary>
    /// <exception cref="DecoderStopException">It is too much.</exception>
    public void Make(long bytes) => Make(bytes, bytes);

    /// <summary>Text that was written: honest columns of numbers in order are hundreds of times as large as what they are stored in, so the ratio allows eight times as much.</summary>
    /// <exception cref="DecoderStopException">It is too much.</exception>
    public void MakeText(long bytes)
    {
        _text += bytes;
        if (_text >= TextStep)
        {
            Make(_text, _text / 8);
            _text = 0;
        }
    }

    private void Make(long bytes, long weight)
    {
        _made += weight;
        _uncounted += bytes;
        if (_uncounted < 4096)
        {
            return;
        }

        while (_uncounted > 0)
        {
            var part = (int)Math.Min(_uncounted, int.MaxValue);
            budget.Take(part);
            _uncounted -= part;
        }

        if (budget.BytesLeft <= 0)
        {
            throw new DecoderStopException(budget.StopForBytes());
        }

        if (_made > budget.Limits.RatioFloor && _made / budget.Limits.Ratio > _taken)
        {
            throw new DecoderStopException(budget.CountBomb());
        }
    }
}
