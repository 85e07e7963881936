using System.Diagnostics;
using DlpDashboard.Providers;

namespace DlpDashboard.Tests.Providers;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryTree : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("dlp-local-").FullName;

    /// <summary>Opens it as the app does, as an allowed root.</summary>
    public IObjectStore Open() => Stores.Factory(new ProviderOptions { LocalRoots = [Root] })
        .Open(new StoreConnection("local", new Dictionary<string, string> { ["root"] = Root }));

    /// <summary>Writes a file and the folders above it.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    // .NET cannot delete names that are no text.
    public void Dispose() => Process.Start("rm", ["-rf", Root]).WaitForExit();
}
