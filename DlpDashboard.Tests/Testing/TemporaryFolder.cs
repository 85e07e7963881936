namespace DlpDashboard.Tests.Testing;

/// <summary>A folder of a test's own, removed at the end. Others may pass through it, as the database's user must.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its whole path.</summary>
    public string Path { get; } = Make();

    /// <summary>A path below it.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("dlp-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        return folder;
    }
}
