using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// The folders below which local connections may lie. Real paths count: a root is opened first, then the kernel is asked where the opened
/// folder truly lies, so that no link and no rename leads out.
/// </summary>
/// <param name="allowed">Absolute paths from the configuration.</param>
internal sealed class LocalRoots(IReadOnlyList<string> allowed)
{
    /// <summary>Opens a connection's folder.</summary>
    /// <exception cref="ObjectStoreException"><see cref="StoreFault.Misconfigured"/>: not there, not allowed, or not Linux.</exception>
    public SafeFileHandle Open(string path)
    {
        if (allowed.Count == 0)
        {
            throw Refused("No folders are allowed yet. Set DLP__Providers__LocalRoots to the folders that may be scanned, separated by colons, and start the app again.");
        }

        var folder = OpenFolder(path);
        try
        {
            var real = RealPathOf(folder);
            return allowed.Any(root => IsSameOrBelow(real, root)) ? folder
                : throw Refused("This folder lies outside the folders the configuration allows (DLP__Providers__LocalRoots). Choose one below them, or add it there.");
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens any folder: for the command line, whose user may read it anyway.</summary>
    public static SafeFileHandle OpenFolder(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw Refused("Folders can be scanned on Linux only. Run the app there or in a container.");
        }

        try
        {
            return LinuxFile.OpenRoot(path);
        }
        catch (LinuxFileException refused) when (refused.IsGone)
        {
            throw Refused("There is no such folder. Check the path on the machine the app runs on.");
        }
        catch (LinuxFileException)
        {
            throw Refused("The app may not enter this folder. Give its system user the right to read it.");
        }
    }

    private static bool IsSameOrBelow(string real, string root)
    {
        try
        {
            using var opened = LinuxFile.OpenRoot(root);
            var realRoot = RealPathOf(opened);
            return real == realRoot || real.StartsWith(realRoot.TrimEnd('/') + "/", StringComparison.Ordinal);
        }
        catch (LinuxFileException)
        {
            return false;
        }
    }

    private static string RealPathOf(SafeFileHandle folder) =>
        File.ResolveLinkTarget($"/proc/self/fd/{folder.DangerousGetHandle()}", returnFinalTarget: false)?.FullName
        ?? throw Refused("The real path of this folder cannot be read. The app needs /proc.");

    private static ObjectStoreException Refused(string sentence) => new(StoreFault.Misconfigured, sentence);
}
