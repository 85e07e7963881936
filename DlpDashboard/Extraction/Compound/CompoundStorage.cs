namespace DlpDashboard.Extraction.Compound;

/// <summary>A folder of a compound file.</summary>
internal sealed class CompoundStorage(string name)
{
    private readonly Dictionary<string, (long Size, Func<CompoundStream> Open)> _streams = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CompoundStorage> _storages = [];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The storages in it.</summary>
    public IReadOnlyList<CompoundStorage> Storages => _storages;

    /// <summary>The names of the streams in it.</summary>
    public IEnumerable<string> Streams => _streams.Keys;

    /// <summary>Whether there is such a stream.</summary>
    public bool Has(string stream) => _streams.ContainsKey(stream);

    /// <summary>Opens a stream; null where there is none of that name.</summary>
    public CompoundStream? Open(string stream) => _streams.TryGetValue(stream, out var found) ? found.Open() : null;

    /// <summary>A stream's first bytes, at most so many; empty where there is none.</summary>
    public byte[] Read(string stream, int most)
    {
        if (Open(stream) is not { } opened)
        {
            return [];
        }

        var bytes = new byte[(int)Math.Min(opened.Length, most)];
        return bytes[..opened.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A storage in it; null where there is none of that name.</summary>
    public CompoundStorage? Find(string storage) => _storages.Find(child => child.Name.Equals(storage, StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a stream.</summary>
    public void Add(string stream, long size, Func<CompoundStream> open) => _streams.TryAdd(stream, (size, open));

    /// <summary>Adds a storage.</summary>
    public void Add(CompoundStorage storage) => _storages.Add(storage);
}
