namespace DlpDashboard.Data.Local;

/// <summary>
/// One app a data folder. The lock is the kernel's (flock) and belongs to the open file, so it goes with the process however that ends; a process id in a file would outlive it.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="StartRefusedException">Another app holds it, or the folder cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "app.lock");
        try
        {
            // FileShare.None is flock(LOCK_EX | LOCK_NB), and the descriptor is not inherited by the programs we start.
            return new FolderLock(new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }));
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StartRefusedException($"The data folder {folder} cannot be written by this user. Give it to the user, or set DLP__Data__Folder to another folder.", cause);
        }
        catch (IOException cause) when (File.Exists(path))
        {
            throw new StartRefusedException($"Another DlpDashboard already runs on the data folder {folder}. Stop it first, or set DLP__Data__Folder to another folder.", cause);
        }
    }

    public void Dispose() => _file.Dispose();
}
