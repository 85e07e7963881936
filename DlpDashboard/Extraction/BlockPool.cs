namespace DlpDashboard.Extraction;

/// <summary>
/// The blocks of one extractor, reused from object to object. Not thread-safe: one extractor, one thread at a time.
/// </summary>
internal sealed class BlockPool
{
    /// <summary>
    /// Bytes of a block. At least <see cref="Detection.ISegmentMap.LookBehind"/>, so that the block before the current one is all that must be kept,
    /// and small enough that three of them stay in a core's cache.
    /// </summary>
    public const int BlockSize = 128 * 1024;

    private readonly Stack<byte[]> _free = new();

    /// <summary>Blocks made so far: the measure of an extractor's memory.</summary>
    public int Made { get; private set; }

    /// <summary>Blocks out at the moment.</summary>
    public int Rented => Made - _free.Count;

    /// <summary>A block with any content.</summary>
    public byte[] Rent()
    {
        if (_free.TryPop(out var block))
        {
            return block;
        }

        Made++;
        return GC.AllocateUninitializedArray<byte>(BlockSize);
    }

    /// <summary>Gives a block back.</summary>
    public void Return(byte[] block) => _free.Push(block);
}
