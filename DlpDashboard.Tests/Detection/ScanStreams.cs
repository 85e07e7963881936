using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection;

/// <summary>Feeds one segment to a scanner in pieces.</summary>
internal static class ScanStreams
{
    /// <summary>What an engine finds in a text cut into pieces by a rule.</summary>
    public static List<string> Scan(DetectionEngine engine, ReadOnlySpan<byte> text, Func<int, int> nextPiece)
    {
        var sink = new Collected();
        using var scanner = engine.CreateScanner(sink);
        scanner.Begin(NoMap.Instance);
        for (var at = 0; at < text.Length;)
        {
            var piece = Math.Clamp(nextPiece(at), 1, text.Length - at);
            scanner.Write(text.Slice(at, piece));
            at += piece;
        }

        scanner.End();
        return sink.Lines;
    }

    /// <summary>The same in one piece.</summary>
    public static List<string> Scan(DetectionEngine engine, ReadOnlySpan<byte> text) => Scan(engine, text, _ => int.MaxValue);
}
