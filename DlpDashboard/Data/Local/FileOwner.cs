using System.Runtime.InteropServices;

namespace DlpDashboard.Data.Local;

/// <summary>Who owns a file or folder and what the permission bits say; links are not followed. (.NET tells modes, not owners.)</summary>
/// <param name="Uid">User id.</param>
/// <param name="Gid">Group id.</param>
/// <param name="Mode">Type and permission bits (inode(7)).</param>
internal readonly partial record struct FileOwner(uint Uid, uint Gid, ushort Mode)
{
    private const int AtCurrentFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint BasicStatistics = 0x7FF;

    public bool IsFolder => (Mode & 0xF000) == 0x4000;

    public bool IsLink => (Mode & 0xF000) == 0xA000;

    /// <summary>The nine permission bits.</summary>
    public int Permissions => Mode & 0x1FF;

    /// <summary>Null where there is nothing or it cannot be asked.</summary>
    public static FileOwner? Of(string path)
    {
        Span<byte> answer = stackalloc byte[256];
        if (Statx(AtCurrentFolder, path, DoNotFollow, BasicStatistics, answer) != 0)
        {
            return null;
        }

        // struct statx: mask, blksize, attributes (8), nlink, uid, gid, mode: the same on every architecture (statx(2)).
        return new FileOwner(MemoryMarshal.Read<uint>(answer[20..]), MemoryMarshal.Read<uint>(answer[24..]), MemoryMarshal.Read<ushort>(answer[28..]));
    }

    /// <summary>The execute bit that counts for this user. A link counts as open: what it points to is asked by its own path.</summary>
    public bool MayEnter(uint uid, uint gid) =>
        IsLink || (Mode & (uid == Uid ? 0x40 : gid == Gid ? 0x08 : 0x01)) != 0;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> answer);
}
