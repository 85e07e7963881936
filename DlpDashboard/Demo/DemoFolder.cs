using System.Globalization;
using System.Text;
using DlpDashboard.Data;
using DlpDashboard.Samples;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Demo;

/// <summary>The made-up files on the disk, in the data folder.</summary>
internal sealed class DemoFolder(IOptions<DataOptions> data, IOptions<DemoOptions> demo)
{
    /// <summary>The folder that is scanned.</summary>
    public string Files => Path.Combine(Root, "files");

    /// <summary>What was planted where: <c>bucket,key,detector,values</c>. Beside the files, so that no scan reads it.</summary>
    public string Manifest => Path.Combine(Root, "planted.csv");

    private string Root => Path.Combine(data.Value.FolderPath, "demo");

    /// <summary>Writes the files where they are not there yet; half a folder of a start that was cut short is written anew.</summary>
    /// <returns>How many files there are.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Manifest))
        {
            return demo.Value.Files;
        }

        var manifest = new StringBuilder("bucket,key,detector,values\n");
        foreach (var file in SampleFolder.Files(demo.Value.Files))
        {
            var path = Path.Combine(Files, file.Bucket, file.Key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
            File.SetLastWriteTimeUtc(path, file.ModifiedUtc);
            foreach (var values in file.Planted.CountBy(detector => detector))
            {
                manifest.Append(CultureInfo.InvariantCulture, $"{file.Bucket},{file.Key},{values.Key},{values.Value}\n");
            }
        }

        // Last: where it is there, the files are whole.
        await File.WriteAllTextAsync(Manifest, manifest.ToString(), cancellationToken);
        return demo.Value.Files;
    }
}
