namespace DlpDashboard.Extraction.Compression;

/// <summary>Repeats bytes of a buffer in itself.</summary>
internal static class Matches
{
    /// <summary>Copies from so far back; where the two overlap the stretch repeats.</summary>
    public static void Copy(Span<byte> buffer, int at, int distance, int length)
    {
        var from = at - distance;
        if (distance >= length)
        {
            buffer.Slice(from, length).CopyTo(buffer[at..]);
            return;
        }

        for (var i = 0; i < length; i++)
        {
            buffer[at + i] = buffer[from + i];
        }
    }
}
