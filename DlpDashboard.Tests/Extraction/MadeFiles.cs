using System.Formats.Tar;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Small files of each kind, as the usual tools make them: what cannot be made in code is kept as base64.</summary>
internal static class MadeFiles
{
    /// <summary>What the compressed ones hold: lines from 1 to 100, the last with the word to find.</summary>
    public static string Lines { get; } = string.Concat(Enumerable.Range(1, 100).Select(i => $"line {i} of the text\n")) + "the needle\n";

    public static byte[] Tar(TarEntryFormat format, params (string Name, byte[] Bytes)[] entries)
    {
        using var into = new MemoryStream();
        using (var tar = new TarWriter(into, format, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    _ => new PaxTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(bytes);
                tar.WriteEntry(entry);
            }

            if (format == TarEntryFormat.Pax)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
            }
        }

        return into.ToArray();
    }
}
