using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Makes pictures without a picture: only what they say of themselves.</summary>
internal static class ImageFiles
{
    /// <summary>EXIF with an artist, a comment, a serial number, IPTC's author and a place.</summary>
    public static byte[] Exif(bool isLittle)
    {
        byte[] comment = [.. "UNICODE\0"u8, .. isLittle ? Encoding.Unicode.GetBytes("a wide note") : Encoding.BigEndianUnicode.GetBytes("a wide note")];
        var tiff = new TiffMaker(isLittle);
        var exif = tiff.Directory((0x9286, 7, comment), (0xA431, 2, "SN-12345\0"u8.ToArray()));
        byte[] degrees = [.. tiff.U32(52), .. tiff.U32(1), .. tiff.U32(30), .. tiff.U32(1), .. tiff.U32(0), .. tiff.U32(1)];
        var gps = tiff.Directory((1, 2, "S\0"u8.ToArray()), (2, 5, degrees), (3, 2, "E\0"u8.ToArray()), (4, 5, degrees));
        var first = tiff.Directory((0x013B, 2, "Ann Example\0"u8.ToArray()), (0x83BB, 7, Iptc()), (0x8769, 4, tiff.U32(exif)), (0x8825, 4, tiff.U32(gps)));
        return tiff.Done(first);
    }

    public static byte[] Iptc() => [0x1C, 2, 80, 0, 6, .. "needle"u8];

    public static byte[] Jpeg(params (byte Marker, byte[] Bytes)[] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(segment => (byte[])[0xFF, segment.Marker, (byte)((segment.Bytes.Length + 2) >> 8), (byte)(segment.Bytes.Length + 2), .. segment.Bytes]), 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    public static byte[] Png(params (string Kind, byte[] Bytes)[] chunks) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. chunks.Append(("IEND", [])).SelectMany(chunk => (byte[])[.. Big(chunk.Item2.Length), .. Encoding.ASCII.GetBytes(chunk.Item1), .. chunk.Item2, 0, 0, 0, 0])];

    public static byte[] Webp(params (string Kind, byte[] Bytes)[] chunks)
    {
        byte[] body = [.. "WEBPVP8X"u8, 10, 0, 0, 0, .. new byte[10], .. chunks.SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes(chunk.Kind), .. BitConverter.GetBytes(chunk.Bytes.Length), .. chunk.Bytes, .. new byte[chunk.Bytes.Length & 1]])];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    public static byte[] Xmp(string author) => Zipping.Text(
        $"<?xpacket begin=''?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description xmlns:dc='dc' xmlns:p='p' p:City='Rome'>"
        + $"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>");

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private sealed class TiffMaker(bool isLittle)
    {
        private readonly List<byte> _bytes = [.. isLittle ? "II*\0"u8 : "MM\0*"u8, 0, 0, 0, 0];

        public byte[] U32(uint value) => isLittle ? BitConverter.GetBytes(value) : [.. BitConverter.GetBytes(value).Reverse()];

        public uint Directory(params (ushort Tag, ushort Type, byte[] Value)[] entries)
        {
            var written = entries.Select(entry => (entry.Tag, entry.Type, entry.Value.Length, Field: entry.Value.Length <= 4 ? [.. entry.Value, .. new byte[4 - entry.Value.Length]] : U32(Append(entry.Value)))).ToList();
            var at = (uint)_bytes.Count;
            _bytes.AddRange(U16((ushort)entries.Length));
            foreach (var (tag, type, length, field) in written)
            {
                _bytes.AddRange([.. U16(tag), .. U16(type), .. U32((uint)(length / (type switch { 4 => 4, 5 => 8, _ => 1 }))), .. field]);
            }

            _bytes.AddRange(new byte[4]);
            return at;
        }

        public byte[] Done(uint first)
        {
            var bytes = _bytes.ToArray();
            U32(first).CopyTo(bytes, 4);
            return bytes;
        }

        private byte[] U16(ushort value) => isLittle ? [(byte)value, (byte)(value >> 8)] : [(byte)(value >> 8), (byte)value];

        private uint Append(byte[] value)
        {
            _bytes.AddRange(value);
            return (uint)(_bytes.Count - value.Length);
        }
    }
}
