using System.IO.Compression;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Pdf.Filters;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>Opens streams decrypted and decoded (7.4), each inflating step within the object's budget.</summary>
internal sealed class PdfFilters(PdfFile file, ArchiveBudget budget)
{
    private const int MaxFilters = 8;
    private const int MaxRow = 1024 * 1024;
    private const int OpenCost = 4 * 1024;

    /// <summary>Follows references in a stream's own dictionary; null before the cross-reference is known.</summary>
    public Func<object?, CancellationToken, ValueTask<object?>>? Resolve { get; set; }

    /// <summary>Decrypts streams; null where the file is not encrypted.</summary>
    public PdfSecurity? Security { get; set; }

    /// <summary>Whether some stream is damaged or used more than its budget.</summary>
    public bool HasDamage { get; private set; }

    /// <summary>A stream's decoded bytes; images stay as they are coded.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="isPlain">Whether it is never encrypted.</param>
    /// <param name="cancellationToken">Stops before the next read.</param>
    public async ValueTask<Stream> OpenAsync(PdfStream stream, bool isPlain, CancellationToken cancellationToken)
    {
        file.Work(OpenCost);
        var slice = file.Slice(stream.Start, await LengthOfAsync(stream, cancellationToken));
        var filters = await ListOfAsync(stream.Dictionary["Filter"], cancellationToken);
        var parameters = await ListOfAsync(stream.Dictionary["DecodeParms"], cancellationToken);
        isPlain |= filters is [PdfName { Text: "Crypt" }, ..] || (Security is { LeavesMetadata: true } && stream.Dictionary.NameOf("Type") == "Metadata");
        Stream result = isPlain || Security is null ? slice : Security.Decrypt(slice, stream.Id);
        var steps = new List<Stream> { result };
        for (var i = 0; i < Math.Min(filters.Count, MaxFilters); i++)
        {
            var options = i < parameters.Count ? await ResolveAsync(parameters[i], cancellationToken) as PdfDictionary : null;
            Add(steps, (await ResolveAsync(filters[i], cancellationToken) as PdfName)?.Text, options, slice);
        }

        return new CountedStream(steps, file, () => HasDamage = true);
    }

    /// <summary>A stream whole, cut at a number of bytes.</summary>
    public async ValueTask<byte[]> ReadAsync(PdfStream stream, int most, CancellationToken cancellationToken)
    {
        await using var decoded = await OpenAsync(stream, isPlain: false, cancellationToken);
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (whole.Length < most && await decoded.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private void Add(List<Stream> steps, string? filter, PdfDictionary? options, SliceStream slice)
    {
        var source = steps[^1];
        switch (filter)
        {
            case "FlateDecode" or "Fl":
                steps.Add(new DeflateStream(new ZlibBodyStream(source), CompressionMode.Decompress, leaveOpen: true));
                steps.Add(new InflatedStream(steps[^1], () => slice.Given, budget));
                Predict(steps, options);
                break;
            case "LZWDecode" or "LZW":
                steps.Add(new InflatedStream(new LzwStream(source, options?.IntegerOf("EarlyChange") == 0 ? 0 : 1), () => slice.Given, budget));
                Predict(steps, options);
                break;
            case "ASCIIHexDecode" or "AHx":
                steps.Add(new HexStream(source));
                break;
            case "ASCII85Decode" or "A85":
                steps.Add(new Ascii85Stream(source));
                break;
            case "RunLengthDecode" or "RL":
                steps.Add(new InflatedStream(new RunLengthStream(source), () => slice.Given, budget));
                break;
        }
    }

    private static void Predict(List<Stream> steps, PdfDictionary? options)
    {
        var predictor = options?.IntegerOf("Predictor") ?? 1;
        if (options is null || predictor < 2)
        {
            return;
        }

        var bits = (long)Math.Clamp(options.IntegerOf("Colors") ?? 1, 1, 64) * Math.Clamp(options.IntegerOf("BitsPerComponent") ?? 8, 1, 16);
        var row = ((bits * Math.Max(1, options.IntegerOf("Columns") ?? 1)) + 7) / 8;
        if (row <= MaxRow)
        {
            steps.Add(new PredictorStream(steps[^1], predictor >= 10, (int)row, (int)Math.Max(1, bits / 8)));
        }
    }

    // Lengths lie: only where the end's mark follows is one believed.
    private async ValueTask<long> LengthOfAsync(PdfStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[16];
        if (await ResolveAsync(stream.Dictionary["Length"], cancellationToken) is double length && length >= 0 && length <= file.Length - stream.Start)
        {
            var read = await file.ReadAsync(stream.Start + (long)length, buffer, cancellationToken);
            if (buffer.AsSpan(0, read).TrimStart("\r\n "u8).StartsWith("endstream"u8))
            {
                return (long)length;
            }
        }

        var end = await file.FindAsync("endstream"u8.ToArray(), stream.Start, cancellationToken);
        return end < 0 ? file.Length - stream.Start : end - stream.Start;
    }

    private async ValueTask<List<object?>> ListOfAsync(object? value, CancellationToken cancellationToken) =>
        await ResolveAsync(value, cancellationToken) switch
        {
            List<object?> list => list,
            null => [],
            var single => [single],
        };

    private ValueTask<object?> ResolveAsync(object? value, CancellationToken cancellationToken) =>
        value is PdfReference && Resolve is not null ? Resolve(value, cancellationToken) : ValueTask.FromResult(value is PdfReference ? null : value);
}
