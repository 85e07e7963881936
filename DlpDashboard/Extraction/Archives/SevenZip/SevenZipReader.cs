using System.Buffers.Binary;
using System.Globalization;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Archives.SevenZip;

/// <summary>
/// Reads 7z archives: copied, LZMA, LZMA2, deflate, deflate64, bzip2 and zstd, solid or not. A stream that cannot seek is copied aside first: the header stands at the end.
/// </summary>
internal sealed class SevenZipReader : IFormatReader
{
    private const int StartSize = 32;
    private const int MaxHeader = 8 * 1024 * 1024;
    private const int MaxPackedHeaders = 4;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.SeekableAsync(cancellationToken);
        if (stream is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The 7z archive is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                content.Kind);
        }

        try
        {
            var (header, problem) = await ReadHeaderAsync(content, stream, cancellationToken);
            return header is null ? problem!.Value : await ReadFoldersAsync(content, stream, header, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return Failed(content, "The 7z archive is damaged: its header cannot be read.");
        }
        catch (DecoderStopException stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop.Message, content.Kind);
        }
    }

    private static async ValueTask<(SevenZipHeader? Header, ContentOutcome? Problem)> ReadHeaderAsync(
        FormatContent content, Stream stream, CancellationToken cancellationToken)
    {
        var start = content.Head.Length < StartSize ? default : content.Head[..StartSize].ToArray();
        if (start is null)
        {
            return (null, Failed(content, "The 7z archive is cut short."));
        }

        var (at, size) = (BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(12)), BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(20)));
        if (size == 0)
        {
            return (null, ContentOutcome.Scanned(content.Kind));
        }

        if (at < 0 || size is < 0 or > MaxHeader || at > stream.Length - StartSize - size)
        {
            return (null, Failed(content, "The 7z archive is damaged or cut short: its header is missing."));
        }

        var bytes = new byte[size];
        stream.Position = StartSize + at;
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        for (var i = 0; i < MaxPackedHeaders; i++)
        {
            var header = SevenZipHeader.Read(bytes);
            if (!header.IsEncoded)
            {
                return (header, null);
            }

            var folder = header.Folders is [var one] ? one : null;
            if (folder is { IsEncrypted: true })
            {
                return (null, new ContentOutcome(ExtractionState.Encrypted, "The archive and the names in it are protected by a password.", content.Kind));
            }

            if (folder is null || folder.IsComplex || folder.Size is <= 0 or > MaxHeader || await UnpackAsync(content, stream, folder, cancellationToken) is not { } unpacked)
            {
                break;
            }

            bytes = unpacked;
        }

        return (null, Failed(content, "The 7z archive is damaged: its header cannot be unpacked."));
    }

    private static async ValueTask<byte[]?> UnpackAsync(FormatContent content, Stream stream, SevenZipFolder folder, CancellationToken cancellationToken)
    {
        var packed = new SliceStream(stream, folder.PackedAt, folder.PackedSize);
        await using var unpacked = folder.Open(packed, content.Budget);
        if (unpacked is null)
        {
            return null;
        }

        await using var bounded = new InflatedStream(unpacked, () => packed.Given, content.Budget);
        using var into = new MemoryStream();
        await new PartOfStream(bounded, folder.Size).CopyToAsync(into, cancellationToken);
        return into.Length == folder.Size ? into.ToArray() : null;
    }

    private static async ValueTask<ContentOutcome> ReadFoldersAsync(FormatContent content, Stream stream, SevenZipHeader header, CancellationToken cancellationToken)
    {
        var tally = new ZipTally { Kind = content.Kind };
        var names = new Queue<string>(header.Names);
        foreach (var folder in header.Folders)
        {
            if (content.Budget.Stop is not null)
            {
                break;
            }

            var own = new List<(string Name, long Size)>();
            foreach (var size in folder.Files)
            {
                own.Add((names.TryDequeue(out var name) ? name : "a file without a name", size));
            }

            await ReadFolderAsync(content, stream, folder, own, tally, cancellationToken);
        }

        tally.Stop = content.Budget.Stop;
        return tally.Sum();
    }

    private static async ValueTask ReadFolderAsync(
        FormatContent content, Stream stream, SevenZipFolder folder, List<(string Name, long Size)> files, ZipTally tally, CancellationToken cancellationToken)
    {
        var packed = new SliceStream(stream, folder.PackedAt, folder.PackedSize);
        await using var unpacked = folder.IsEncrypted || folder.IsComplex ? null : folder.Open(packed, content.Budget);
        if (unpacked is null)
        {
            var why = folder.IsEncrypted
                ? new ContentOutcome(ExtractionState.Encrypted, "It is protected by a password.", ContentKinds.Binary)
                : new ContentOutcome(ExtractionState.Unsupported, $"Its compression {folder.Unread()} is not read.", ContentKinds.Binary);
            files.ForEach(file => tally.Add(file.Name, why));
            return;
        }

        await using var inflated = new InflatedStream(unpacked, () => packed.Given, content.Budget);
        foreach (var (name, size) in files)
        {
            var part = new PartOfStream(inflated, size);
            var outcome = await content.ReadInnerAsync(part, name, cancellationToken);
            if (content.Budget.Stop is not null)
            {
                return;
            }

            await part.SkipAsync(content.Pool, cancellationToken);
            tally.Add(name, inflated.Stop is { } stop ? new ContentOutcome(ExtractionState.Partial, stop, outcome.Kind)
                : part.IsCut ? new ContentOutcome(ExtractionState.Partial, "Its data is damaged: not all of it was read.", outcome.Kind)
                : outcome);
        }
    }

    private static ContentOutcome Failed(FormatContent content, string reason) => new(ExtractionState.Failed, reason, content.Kind);
}
