using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>A file's objects by number: read when asked, kept while they are few, repaired where the cross-reference is wrong.</summary>
internal sealed class PdfDocument
{
    private const int MaxKeptBytes = 1024 * 1024;
    private const int MaxObjectStream = 8 * 1024 * 1024;
    private const int MaxChain = 16;

    private readonly PdfFile _file;
    private readonly PdfObjectReader _objects;
    private readonly PdfCrossTable _table = new();
    private readonly Dictionary<int, object?> _kept = [];
    private readonly Dictionary<int, PdfObjectStream> _streams = [];
    private int _keptBytes;
    private int _streamBytes;
    private bool _isRepaired;

    private PdfDocument(PdfFile file, ArchiveBudget budget)
    {
        _file = file;
        _objects = new PdfObjectReader(file);
        Filters = new PdfFilters(file, budget) { Resolve = ResolveAsync };
    }

    /// <summary>Opens streams.</summary>
    public PdfFilters Filters { get; }

    /// <summary>The file's trailer.</summary>
    public PdfDictionary Trailer { get; private set; } = new();

    /// <summary>The catalogue, where everything begins; empty where there is none.</summary>
    public PdfDictionary Root { get; private set; } = new();

    /// <summary>Whether a password is needed.</summary>
    public bool IsLocked { get; private set; }

    /// <summary>Whether the cross-reference was damaged, so that objects were looked for in the whole file.</summary>
    public bool WasRepaired => _isRepaired;

    /// <summary>Whether more would have to be read than a file of this size may ask for, or has too many objects.</summary>
    public bool IsCut => _file.IsExhausted || _table.IsCut;

    /// <summary>Numbers of objects end before this.</summary>
    public int Count => _table.Count;

    /// <summary>Opens a file.</summary>
    public static async ValueTask<PdfDocument> OpenAsync(Stream stream, ArchiveBudget budget, CancellationToken cancellationToken)
    {
        var file = new PdfFile(stream);
        var document = new PdfDocument(file, budget);
        var reader = new PdfCrossReader(file, document._objects, document._table, document.Filters);
        if (await reader.ReadAsync(cancellationToken) is not { } trailer || !await document.UseAsync(trailer, cancellationToken))
        {
            await document.RepairAsync(cancellationToken);
        }

        return document;
    }

    /// <summary>Looks for all objects in the whole file, once.</summary>
    public async ValueTask<bool> RepairAsync(CancellationToken cancellationToken)
    {
        if (_isRepaired)
        {
            return false;
        }

        _isRepaired = true;
        Forget();
        _table.Clear();
        var trailer = await new PdfRecovery(_file, _objects, _table, Filters).ReadAsync(cancellationToken);
        Forget();
        await UseAsync(trailer, cancellationToken);
        return true;
    }

    /// <summary>What a reference stands for, followed to its end; other values as they are.</summary>
    public async ValueTask<object?> ResolveAsync(object? value, CancellationToken cancellationToken)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            value = i == MaxChain ? null : await LoadAsync(reference, cancellationToken);
        }

        return value;
    }

    /// <summary>A dictionary's value, followed; null where it is of another type.</summary>
    public async ValueTask<T?> GetAsync<T>(PdfDictionary dictionary, string key, CancellationToken cancellationToken)
        where T : class =>
        await ResolveAsync(dictionary[key], cancellationToken) as T;

    /// <summary>A value as a dictionary; that of a stream where it is one.</summary>
    public async ValueTask<PdfDictionary?> DictionaryAsync(object? value, CancellationToken cancellationToken) =>
        await ResolveAsync(value, cancellationToken) is var found && found is PdfStream stream ? stream.Dictionary : found as PdfDictionary;

    // The catalogue must be there; and the key, where the file is encrypted.
    private async ValueTask<bool> UseAsync(PdfDictionary trailer, CancellationToken cancellationToken)
    {
        (Trailer, IsLocked, Filters.Security) = (trailer, false, null);
        if (trailer["Encrypt"] is not null)
        {
            var encrypt = await DictionaryAsync(trailer["Encrypt"], cancellationToken);
            var id = await GetAsync<List<object?>>(trailer, "ID", cancellationToken) is [byte[] first, ..] ? first : [];
            foreach (var key in encrypt?.Keys.ToList() ?? [])
            {
                encrypt![key] = await ResolveAsync(encrypt[key], cancellationToken);
            }

            Forget();
            Filters.Security = encrypt is null ? null : PdfSecurity.Open(encrypt, id);
            IsLocked = Filters.Security is null;
        }

        Root = await GetAsync<PdfDictionary>(trailer, "Root", cancellationToken) ?? new PdfDictionary();
        return IsLocked || Root["Pages"] is not null;
    }

    private async ValueTask<object?> LoadAsync(PdfReference reference, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(reference.Number, out var kept))
        {
            return kept;
        }

        var (value, size) = (default(object), 0);
        if (_table.OffsetOf(reference.Number) is { } offset)
        {
            var found = await _objects.ReadAsync(offset, cancellationToken);
            if (found?.Id.Number != reference.Number)
            {
                return await RepairAsync(cancellationToken) ? await LoadAsync(reference, cancellationToken) : null;
            }

            (value, size) = (Filters.Security?.Decrypt(found.Value.Value, found.Value.Id) ?? found.Value.Value, found.Value.Size);
        }
        else if (_table.ContainerOf(reference.Number) is { } place && await ContainerAsync(place.Container, cancellationToken) is { } container)
        {
            value = container.Read(place.Index, reference.Number, out size);
            _file.Work(size);
        }

        if ((_keptBytes += size + 64) > MaxKeptBytes)
        {
            _kept.Clear();
            _keptBytes = size;
        }

        return _kept[reference.Number] = value;
    }

    private async ValueTask<PdfObjectStream?> ContainerAsync(int number, CancellationToken cancellationToken)
    {
        if (_streams.TryGetValue(number, out var kept))
        {
            return kept;
        }

        // An object stream is never inside another.
        if (_table.OffsetOf(number) is not { } offset || await _objects.ReadAsync(offset, cancellationToken) is not { Value: PdfStream stream } || stream.Id.Number != number)
        {
            return null;
        }

        var bytes = await Filters.ReadAsync(stream, MaxObjectStream, cancellationToken);
        if ((_streamBytes += bytes.Length) > MaxObjectStream)
        {
            _streams.Clear();
            _streamBytes = bytes.Length;
        }

        return _streams[number] = new PdfObjectStream(stream.Dictionary, bytes);
    }

    private void Forget()
    {
        _kept.Clear();
        _streams.Clear();
        (_keptBytes, _streamBytes) = (0, 0);
    }
}
