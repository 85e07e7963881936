using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli.Bench;

/// <summary>Files of 16 KB end to end: open, read, scan, close, from the page cache. The corpus is cut into them in a temporary folder that is removed again.</summary>
internal sealed class SmallFilesBench(DetectionEngine engine, int threads)
{
    private const int Length = 16 * 1024, MostFiles = 16 * 1024, PerFolder = 1000, Rounds = 5;

    /// <summary>Writes files and megabytes a second, the median of five rounds after one to warm up.</summary>
    public void Write(Utf8JsonWriter writer, byte[] corpus)
    {
        var folder = Directory.CreateTempSubdirectory("bench");
        try
        {
            var files = Cut(corpus, folder.FullName);
            var seconds = new double[Rounds];
            for (var round = -1; round < Rounds; round++)
            {
                var begun = Stopwatch.GetTimestamp();
                ScanTogether(files);
                if (round >= 0)
                {
                    seconds[round] = Stopwatch.GetElapsedTime(begun).TotalSeconds;
                }
            }

            Array.Sort(seconds);
            writer.WriteStartObject("smallFiles");
            writer.WriteNumber("files", files.Length);
            writer.WriteNumber("filesPerSecond", Math.Round(files.Length / seconds[Rounds / 2]));
            writer.WriteNumber("mbPerSecond", Math.Round(files.Length * (Length / 1e6) / seconds[Rounds / 2], 1));
            writer.WriteEndObject();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Cut(byte[] corpus, string folder)
    {
        var files = new string[Math.Clamp(corpus.Length / Length, 1, MostFiles)];
        for (var place = 0; place < files.Length; place++)
        {
            var inner = Path.Combine(folder, (place / PerFolder).ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(inner);
            files[place] = Path.Combine(inner, place.ToString(CultureInfo.InvariantCulture));
            File.WriteAllBytes(files[place], corpus.AsSpan(place * Length, Math.Min(Length, corpus.Length - (place * Length))));
        }

        return files;
    }

    private void ScanTogether(string[] files)
    {
        var workers = Enumerable.Range(0, threads).Select(part => new Thread(() => Scan(files, part))).ToArray();
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
    }

    private void Scan(string[] files, int part)
    {
        var buffer = new byte[Length];
        using var scanner = engine.CreateScanner(new CountingSink());
        for (var place = part; place < files.Length; place += threads)
        {
            using var file = File.OpenHandle(files[place]);
            var read = RandomAccess.Read(file, buffer, 0);
            scanner.Begin(NoMap.Instance);
            scanner.Write(buffer.AsSpan(0, read));
            scanner.End();
        }
    }
}
