namespace DlpDashboard.Extraction.Pdf;

/// <summary>Where each object stands, by number: the newest of an object's places is told first and wins.</summary>
internal sealed class PdfCrossTable
{
    /// <summary>Objects with higher numbers are not known.</summary>
    public const int MaxObjects = 2_000_000;

    private const int InFile = 1;
    private const int InStream = 2;
    private const int Free = 3;

    private long[] _entries = new long[256];

    /// <summary>One more than the highest number known.</summary>
    public int Count { get; private set; }

    /// <summary>Whether objects were left out because their numbers are too high.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_entries);
        (Count, IsCut) = (0, false);
    }

    /// <summary>An object stands at an offset of the file.</summary>
    public void Add(long number, long offset, bool replaces = false) => Put(number, (offset << 2) | InFile, replaces);

    /// <summary>An object is an item of an object stream.</summary>
    public void AddCompressed(long number, int container, int index) => Put(number, ((((long)container << 24) | (uint)(index & 0xFF_FFFF)) << 2) | InStream, replaces: false);

    /// <summary>An object was deleted.</summary>
    public void AddFree(long number) => Put(number, Free, replaces: false);

    /// <summary>The object's offset, or null where it stands in no place of its own.</summary>
    public long? OffsetOf(int number) => EntryOf(number) is var entry && (entry & 3) == InFile ? entry >> 2 : null;

    /// <summary>The object stream and the index there, or null.</summary>
    public (int Container, int Index)? ContainerOf(int number) =>
        EntryOf(number) is var entry && (entry & 3) == InStream ? ((int)(entry >> 26), (int)(entry >> 2) & 0xFF_FFFF) : null;

    private long EntryOf(int number) => (uint)number < (uint)Count ? _entries[number] : 0;

    private void Put(long number, long entry, bool replaces)
    {
        if (number is < 0 or >= MaxObjects)
        {
            IsCut = true;
            return;
        }

        if (number >= _entries.Length)
        {
            Array.Resize(ref _entries, (int)Math.Min(MaxObjects, Math.Max(number + 1, _entries.Length * 2L)));
        }

        Count = Math.Max(Count, (int)number + 1);
        if (replaces || _entries[number] == 0)
        {
            _entries[number] = entry;
        }
    }
}
