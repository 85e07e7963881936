using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Extraction.Compound;

/// <summary>An entry of a compound file's directory ([MS-CFB] 2.6.1).</summary>
internal sealed record CompoundEntry(string Name, byte Type, uint Left, uint Right, uint Child, uint Start, long Size)
{
    /// <summary>Whether it is the root.</summary>
    public bool IsRoot => Type == 5;

    /// <summary>Whether it holds other entries.</summary>
    public bool IsStorage => Type == 1;

    /// <summary>Whether it holds bytes.</summary>
    public bool IsStream => Type == 2;

    /// <summary>Reads one of 128 bytes.</summary>
    public static CompoundEntry Read(ReadOnlySpan<byte> bytes)
    {
        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes[64..]) - 2, 0, 62) & ~1;
        return new CompoundEntry(
            Encoding.Unicode.GetString(bytes[..nameBytes]),
            bytes[66],
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[68..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[72..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[76..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]),
            // The upper half is not set by old programs.
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..]));
    }
}
