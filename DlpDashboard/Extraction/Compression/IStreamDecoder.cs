namespace DlpDashboard.Extraction.Compression;

/// <summary>
/// Decompresses in steps over bytes that are already there, so that it needs no stream, no thread and no memory beyond its window.
/// Damage is an <see cref="InvalidDataException"/>, what is beyond our means a <see cref="DecoderStopException"/>; what was put out before counts.
/// </summary>
internal interface IStreamDecoder : IDisposable
{
    /// <summary>Bytes of input that a step wants to see, unless the input ends before.</summary>
    int Ahead { get; }

    /// <summary>Whether everything was decompressed and the input ended as it should.</summary>
    bool IsOver { get; }

    /// <summary>What the last step made, also where it ended in an exception; valid until the next.</summary>
    ReadOnlyMemory<byte> Output { get; }

    /// <summary>Makes one step.</summary>
    /// <param name="input">The next bytes; at least <see cref="Ahead"/> of them unless they are the last.</param>
    /// <param name="isLast">Whether nothing follows them.</param>
    /// <returns>How many of them were used.</returns>
    int Decode(ReadOnlySpan<byte> input, bool isLast);
}
