using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>Counts what is reported at the default floor in text files that lie about: documentation, sources, logs.</summary>
internal sealed class OrdinaryText : IDetectionSink
{
    private const int LongestFile = 20_000_000, Piece = 32 * 1024, Look = 4096;

    private static readonly DetectionEngine Engine = DetectionEngine.Create();

    /// <summary>Files and bytes read.</summary>
    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Detections by detector and reasons.</summary>
    public Dictionary<(string Detector, string Reasons), int> Counts { get; } = [];

    void IDetectionSink.Found(in DlpDashboard.Detection.Detection detection)
    {
        var key = (detection.Detector.Id, string.Join(", ", detection.Reasons.ToNames()));
        Counts[key] = Counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>Reads the text files below a folder, as many bytes as are wanted.</summary>
    public void Read(string folder, long most)
    {
        using var scanner = Engine.CreateScanner(this);
        var every = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device };
        foreach (var path in Directory.EnumerateFiles(folder, "*", every).Order(StringComparer.Ordinal))
        {
            if (Bytes >= most)
            {
                return;
            }

            if (new FileInfo(path) is not { Length: > 0 and <= LongestFile } || ReadText(path) is not { } text)
            {
                continue;
            }

            (Files, Bytes) = (Files + 1, Bytes + text.Length);
            scanner.Begin(NoMap.Instance);
            for (var at = 0; at < text.Length; at += Piece)
            {
                scanner.Write(text.AsSpan(at, Math.Min(Piece, text.Length - at)));
            }

            scanner.End();
        }
    }

    private static byte[]? ReadText(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.AsSpan(0, Math.Min(Look, bytes.Length)).Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(bytes) ? null : bytes;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
