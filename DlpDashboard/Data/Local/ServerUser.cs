using System.Runtime.InteropServices;

namespace DlpDashboard.Data.Local;

/// <summary>Who runs the private server. PostgreSQL refuses to run as root; then it is the system's user <c>postgres</c>.</summary>
/// <param name="Name">To be switched to; null is the app's own user.</param>
/// <param name="Uid">Its user id.</param>
/// <param name="Gid">Its group id.</param>
internal sealed partial record ServerUser(string? Name, uint Uid, uint Gid)
{
    public const string SystemName = "postgres";

    /// <exception cref="StartRefusedException">The app is root and there is no such user.</exception>
    public static ServerUser Find()
    {
        var uid = GetEffectiveUserId();
        if (uid != 0)
        {
            return new ServerUser(null, uid, GetEffectiveGroupId());
        }

        foreach (var line in File.ReadLines("/etc/passwd"))
        {
            var parts = line.Split(':');
            if (parts.Length > 3 && parts[0] == SystemName && uint.TryParse(parts[2], out var found) && found != 0 && uint.TryParse(parts[3], out var group))
            {
                return new ServerUser(SystemName, found, group);
            }
        }

        throw new StartRefusedException(
            "PostgreSQL does not run as root and there is no system user 'postgres'. Install the package postgresql, run the app as another user, or set DLP__Database__ConnectionString.");
    }

    /// <summary>Makes a folder of this user that nobody else may enter. Its parent must exist; it must not.</summary>
    public void MakeOwnFolder(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Own(path);
    }

    /// <summary>Gives a file or folder that the app itself has just made to this user. Links are not followed.</summary>
    public void Own(string path)
    {
        if (Name is not null && ChangeOwner(path, Uid, Gid) != 0)
        {
            throw new IOException($"{path} cannot be given to the user {Name} (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    /// <summary>Whether this user's programs may pass through a folder, so far as permission bits tell.</summary>
    public bool MayEnter(string folder)
    {
        if (Name is null)
        {
            return true;
        }

        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (FileOwner.Of(at) is { } owner && !owner.MayEnter(Uid, Gid))
            {
                return false;
            }
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();

    [LibraryImport("libc", EntryPoint = "getegid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveGroupId();

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint uid, uint gid);
}
