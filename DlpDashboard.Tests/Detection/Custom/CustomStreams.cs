using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Tests.Detection.Custom;

/// <summary>Rules, and what they find in a text.</summary>
internal static class CustomStreams
{
    public static CustomRule Pattern(string pattern, string id = "custom-pattern") => new() { Id = id, Name = "Pattern", Kind = CustomKind.Pattern, Pattern = pattern };

    public static CustomRule Words(params string[] terms) => new() { Id = "custom-words", Name = "Words", Kind = CustomKind.Words, Terms = terms };

    /// <summary>The values a rule finds, whole or cut by a rule.</summary>
    public static List<string> Values(CustomRule rule, string text, Func<int, int>? nextPiece = null, ISegmentMap? map = null) =>
        [.. Places(rule, Encoding.UTF8.GetBytes(text), nextPiece, map).Select(place => place.Value)];

    public static List<(long Start, string Value, string Reasons)> Places(CustomRule rule, byte[] text, Func<int, int>? nextPiece = null, ISegmentMap? map = null)
    {
        Assert.Empty(CustomRuleCheck.FaultsOf(rule));
        var sink = new Sink();
        using var scanner = CustomEngine.Create([rule]).CreateScanner(sink);
        scanner.Begin(map ?? NoMap.Instance);
        for (var at = 0; at < text.Length;)
        {
            var piece = Math.Clamp(nextPiece?.Invoke(at) ?? int.MaxValue, 1, text.Length - at);
            scanner.Write(text.AsSpan(at, piece));
            at += piece;
        }

        scanner.End();
        return sink.Places;
    }

    private sealed class Sink : IDetectionSink
    {
        public List<(long Start, string Value, string Reasons)> Places { get; } = [];

        void IDetectionSink.Found(in DlpDashboard.Detection.Detection detection) =>
            Places.Add((detection.Start, Encoding.UTF8.GetString(detection.Value), string.Join(',', detection.ReasonNames)));
    }
}
