using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// The calls of Linux that open a path without ever following a link and that keep names as bytes; .NET's own offer neither.
/// Layouts and numbers: the kernel's user-space headers (fcntl.h, stat.h, openat2.h), the same on every architecture but where said.
/// </summary>
internal static unsafe partial class LinuxFile
{
    /// <summary>Longest path the kernel takes in one call, with its closing NUL (PATH_MAX).</summary>
    public const int MaxPathBytes = 4096;

    private const int PathOnly = 0x200000;
    private const int CloseOnExec = 0x80000;
    private const int NonBlocking = 0x800;
    private const int NoTerminal = 0x100;
    private const int OpenAt2Call = 437;
    private const ulong NoMagicLinks = 0x02;
    private const ulong NoLinks = 0x04;
    private const ulong Beneath = 0x08;

    // O_DIRECTORY and O_NOFOLLOW are the two flags that differ between the architectures .NET runs on.
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;
    private static readonly int FolderOnly = IsArm ? 0x4000 : 0x10000;
    private static readonly int NoFollow = IsArm ? 0x8000 : 0x20000;

    private static volatile bool _hasOpenAt2 = true;

    /// <summary>Whether one call checks a whole path; where a kernel or its filter of calls refuses it, the path is walked step by step.</summary>
    internal static bool UsesOneCall
    {
        get => _hasOpenAt2;
        set => _hasOpenAt2 = value;
    }

    /// <summary>Opens a folder by an absolute path, links followed: only for roots, whose real path is checked afterwards.</summary>
    public static SafeFileHandle OpenRoot(string path) =>
        Opened(open(ZeroEnded(System.Text.Encoding.UTF8.GetBytes(path)), PathOnly | FolderOnly | CloseOnExec, 0));

    /// <summary>Opens a folder for listing.</summary>
    public static SafeFileHandle OpenFolder(SafeFileHandle parent, ReadOnlySpan<byte> path) => OpenBeneath(parent, path, FolderOnly);

    /// <summary>Opens a file for reading; never waits for the other end of a pipe and never makes a terminal ours.</summary>
    public static SafeFileHandle OpenFile(SafeFileHandle parent, ReadOnlySpan<byte> path) => OpenBeneath(parent, path, NonBlocking | NoTerminal);

    /// <summary>Opens only the place, not the content.</summary>
    public static SafeFileHandle OpenPlace(SafeFileHandle parent, ReadOnlySpan<byte> path) => OpenBeneath(parent, path, PathOnly);

    /// <summary>What is known of an opened file or folder.</summary>
    public static FileFacts StatOpened(SafeFileHandle file) => Stat(file, [], 0x1000);

    /// <summary>What is known of an entry of a folder; of a link itself, not of its target.</summary>
    public static FileFacts StatEntry(SafeFileHandle folder, ReadOnlySpan<byte> name) => Stat(folder, name, 0x100 | 0x800);

    /// <summary>Fills a buffer with the next entries of a folder (struct linux_dirent64); 0 at the end.</summary>
    public static int ReadEntries(SafeFileHandle folder, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var read = getdents64(folder, start, (nuint)buffer.Length);
            return read >= 0 ? (int)read : throw new LinuxFileException(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Back to a folder's first entry.</summary>
    public static void Rewind(SafeFileHandle folder) => lseek(folder, 0, 0);

    private static SafeFileHandle OpenBeneath(SafeFileHandle parent, ReadOnlySpan<byte> path, int flags)
    {
        if (path.Length + 1 >= MaxPathBytes || path.Contains((byte)0))
        {
            throw new LinuxFileException(LinuxFileException.NameTooLong);
        }

        var text = ZeroEnded(path);
        if (!_hasOpenAt2)
        {
            return OpenByStep(parent, text, flags);
        }

        var how = stackalloc ulong[3] { (ulong)(uint)(flags | NoFollow | CloseOnExec), 0, NoMagicLinks | NoLinks | Beneath };
        int opened;
        fixed (byte* start = text)
        {
            opened = (int)syscall(OpenAt2Call, parent.DangerousGetHandle(), start, how, 24);
        }

        if (opened < 0 && Marshal.GetLastPInvokeError() is LinuxFileException.NoSuchCall or LinuxFileException.NotPermitted)
        {
            _hasOpenAt2 = false;
            return OpenByStep(parent, text, flags);
        }

        GC.KeepAlive(parent);
        return Opened(opened);
    }

    private static SafeFileHandle OpenByStep(SafeFileHandle parent, byte[] path, int flags)
    {
        SafeFileHandle? owned = null;
        try
        {
            for (var start = 0; ;)
            {
                var slash = Array.IndexOf(path, (byte)'/', start);
                var step = slash < 0 ? path[start..] : ZeroEnded(path.AsSpan(start, slash - start));
                if (step is [(byte)'.', (byte)'.', 0])
                {
                    throw new LinuxFileException(LinuxFileException.IsLink);
                }

                var kind = slash < 0 ? flags : FolderOnly | PathOnly;
                var next = Opened(openat(owned ?? parent, step, kind | NoFollow | CloseOnExec, 0));
                owned?.Dispose();
                owned = next;
                if (slash < 0)
                {
                    return next;
                }

                start = slash + 1;
            }
        }
        catch
        {
            owned?.Dispose();
            throw;
        }
    }

    private static FileFacts Stat(SafeFileHandle folder, ReadOnlySpan<byte> name, int flags)
    {
        Span<byte> facts = stackalloc byte[256];
        Span<byte> text = name.Length < 300 ? stackalloc byte[name.Length + 1] : new byte[name.Length + 1];
        name.CopyTo(text);
        text[^1] = 0;
        fixed (byte* to = facts, path = text)
        {
            return statx(folder, path, flags, 0x7ff, to) == 0
                ? FileFacts.Read(facts)
                : throw new LinuxFileException(Marshal.GetLastPInvokeError());
        }
    }

    private static SafeFileHandle Opened(int descriptor) =>
        descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw new LinuxFileException(Marshal.GetLastPInvokeError());

    private static byte[] ZeroEnded(ReadOnlySpan<byte> path)
    {
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        return text;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int open(byte[] path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int openat(SafeFileHandle folder, byte[] path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint folder, byte* path, ulong* how, nuint size);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int statx(SafeFileHandle folder, byte* path, int flags, uint mask, byte* facts);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint getdents64(SafeFileHandle folder, byte* buffer, nuint size);

    [LibraryImport("libc", SetLastError = true)]
    private static partial long lseek(SafeFileHandle file, long offset, int from);
}
