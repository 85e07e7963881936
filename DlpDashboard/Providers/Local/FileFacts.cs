using System.Globalization;
using System.Runtime.InteropServices;

namespace DlpDashboard.Providers.Local;

/// <summary>What Linux tells of a file (struct statx).</summary>
/// <param name="Kind">The type bits of its mode.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedTicks">Last change of content, in ticks of 100 ns since the Unix epoch, UTC.</param>
/// <param name="Inode">Its number in the file system: tells a file from another one moved into its place.</param>
/// <param name="Permissions">The twelve lower bits of its mode.</param>
/// <param name="Owner">The user it belongs to, by number.</param>
/// <param name="Group">The group it belongs to, by number.</param>
internal readonly record struct FileFacts(int Kind, long Size, long ModifiedTicks, ulong Inode, int Permissions, uint Owner, uint Group)
{
    private const int FileKind = 0x8000;
    private const int FolderKind = 0x4000;
    private const int LinkKind = 0xA000;

    public bool IsFile => Kind == FileKind;

    public bool IsFolder => Kind == FolderKind;

    public bool IsLink => Kind == LinkKind;

    /// <summary>Last change; the clock of a hostile disk may say anything, so it is kept within what a date can be.</summary>
    public DateTime ModifiedUtc => new(
        Math.Clamp(ModifiedTicks + DateTime.UnixEpoch.Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    /// <summary>What tells this content from another: size, time and inode in hexadecimal.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Size:x}-{ModifiedTicks:x}-{Inode:x}");

    /// <summary>Reads the kernel's answer.</summary>
    public static FileFacts Read(ReadOnlySpan<byte> facts)
    {
        var seconds = Math.Clamp(MemoryMarshal.Read<long>(facts[112..]), -62_135_596_800, 253_402_300_799);
        var nanoseconds = MemoryMarshal.Read<uint>(facts[120..]);
        return new FileFacts(
            MemoryMarshal.Read<ushort>(facts[28..]) & 0xF000,
            (long)Math.Min(MemoryMarshal.Read<ulong>(facts[40..]), long.MaxValue),
            (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / 100),
            MemoryMarshal.Read<ulong>(facts[32..]),
            MemoryMarshal.Read<ushort>(facts[28..]) & 0xFFF,
            MemoryMarshal.Read<uint>(facts[20..]),
            MemoryMarshal.Read<uint>(facts[24..]));
    }
}
