namespace DlpDashboard.Extraction.Archives;

/// <summary>An entry as the central directory tells of it (APPNOTE 4.3.12).</summary>
/// <param name="Name">Its name, safe to show; never used as a path.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">Compression method.</param>
/// <param name="CompressedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes decompressed, as claimed.</param>
/// <param name="HeaderOffset">Where its local header stands, from the stream's start.</param>
internal sealed record ZipEntry(string Name, int Flags, int Method, long CompressedSize, long Size, long HeaderOffset)
{
    /// <summary>Bytes of a local header without name and extra field.</summary>
    public const int HeaderSize = 30;

    /// <summary>Whether it is protected by a password (bit 0; bit 6 strong encryption; method 99 AES).</summary>
    public bool IsEncrypted => (Flags & 0x41) != 0 || Method == 99;

    /// <summary>Whether it is a folder.</summary>
    public bool IsFolder => Size == 0 && Name.EndsWith('/');
}
