using System.Globalization;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>A buffer that grows to what a file asks for, as far as the object's memory reaches.</summary>
internal sealed class BudgetedBuffer(ArchiveBudget budget) : IDisposable
{
    private const int Spare = 16;

    /// <summary>The bytes; some more than asked for, so that words can be read over the end.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Makes room for so many bytes; what was there is gone where it grows.</summary>
    /// <exception cref="DecoderStopException">The memory does not reach.</exception>
    public byte[] Take(long size) => Grow(0, size);

    /// <summary>Makes room for so many bytes and keeps the first of those that were there.</summary>
    /// <exception cref="DecoderStopException">The memory does not reach.</exception>
    public byte[] Grow(int keep, long size)
    {
        Damage.Unless(size >= 0);
        if (size + Spare > Bytes.Length)
        {
            if (keep == 0)
            {
                budget.GiveMemory(Bytes.Length);
                Bytes = [];
            }

            // Both live while what is kept is copied, so both count.
            var kept = Bytes;
            var wanted = Math.Max(size + Spare, Math.Min(size * 5 / 4, size + (1024 * 1024)));
            if (!budget.TryTakeMemory(wanted))
            {
                throw new DecoderStopException(string.Create(
                    CultureInfo.InvariantCulture, $"A part of {size:N0} bytes is more than what is left of the {budget.Limits.MemoryBytes:N0} bytes that are kept in memory for one object."));
            }

            Bytes = new byte[wanted];
            kept.AsSpan(0, keep).CopyTo(Bytes);
            budget.GiveMemory(kept.Length);
        }

        return Bytes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        budget.GiveMemory(Bytes.Length);
        Bytes = [];
    }
}
