using System.Buffers.Binary;
using System.Collections;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>The pages of a database, each given at most once, so that no chain of pages is a circle.</summary>
internal sealed class SqlitePages(Stream file, SqliteHeader header)
{
    private readonly BitArray _seen = new((int)Math.Min((file.Length / header.PageSize) + 1, int.MaxValue / 2));

    /// <summary>Bytes of the file.</summary>
    public long Length => file.Length;

    /// <summary>The database's head.</summary>
    public SqliteHeader Header { get; } = header;

    /// <summary>Whether a page is there and was not given yet.</summary>
    public bool Has(uint page) => page >= 1 && page < _seen.Length && !_seen[(int)page];

    /// <summary>Reads a page.</summary>
    public async ValueTask ReadAsync(uint page, byte[] into, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Damage.Unless(Has(page));
        _seen[(int)page] = true;
        file.Position = (page - 1L) * Header.PageSize;
        var length = await file.ReadAtLeastAsync(into.AsMemory(0, Header.PageSize), Header.PageSize, throwOnEndOfStream: false, cancellationToken);
        Damage.Unless(length == Header.PageSize);
    }

    /// <summary>The pages of an overflow chain one after the other into a buffer, up to a length.</summary>
    public async ValueTask ReadOverflowAsync(uint page, byte[] scratch, Memory<byte> into, CancellationToken cancellationToken)
    {
        while (!into.IsEmpty)
        {
            await ReadAsync(page, scratch, cancellationToken);
            page = BinaryPrimitives.ReadUInt32BigEndian(scratch);
            var length = Math.Min(into.Length, Header.Usable - 4);
            scratch.AsMemory(4, length).CopyTo(into);
            into = into[length..];
        }
    }
}
