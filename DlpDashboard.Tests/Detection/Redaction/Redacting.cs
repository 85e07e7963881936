using System.Buffers;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detection.Redaction;

namespace DlpDashboard.Tests.Detection.Redaction;

/// <summary>Redacts texts as the tests of this folder want it.</summary>
internal static class Redacting
{
    public static readonly DetectorSet Usual = DetectorSet.Of(DetectionEngine.Create());

    /// <summary>A key for tests.</summary>
    public static readonly byte[] Key = Enumerable.Range(1, 32).Select(value => (byte)value).ToArray();

    /// <summary>Each way to redact after which nothing is to be found.</summary>
    public static readonly RedactionChoice[] Final =
    [
        new(RedactionMode.Mask), new(RedactionMode.Replace), new(RedactionMode.Hash, Key), new(RedactionMode.Remove), new(RedactionMode.Surrogate, Key, HasValidSurrogates: false),
    ];

    /// <summary>A whole text.</summary>
    public static string Text(string text, RedactionMode mode, bool areValid = true) => TextRedactor.Redact(Usual, new RedactionChoice(mode, Key, areValid), text);

    /// <summary>A stream cut by a rule.</summary>
    public static byte[] Stream(ReadOnlySpan<byte> text, RedactionChoice choice, Func<int, int> nextPiece)
    {
        using var redactor = new TextRedactor(Usual, choice);
        var output = new ArrayBufferWriter<byte>(1024);
        for (var at = 0; at < text.Length;)
        {
            var piece = Math.Clamp(nextPiece(at), 1, text.Length - at);
            redactor.Write(text.Slice(at, piece), output);
            at += piece;
        }

        redactor.End(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Samples of all detectors in an order that a seed decides, with words between.</summary>
    public static string Samples(int seed)
    {
        var dice = new DlpDashboard.Samples.Dice((ulong)seed);
        var samples = DetectorCatalogue.All.SelectMany(detector => detector.TrueSamples).OrderBy(_ => dice.Next()).ToArray();
        var text = new StringBuilder();
        foreach (var sample in samples)
        {
            text.Append(sample).Append(dice.Of(["\n", "\n\n", " and then ", "\t", ", ", " "]));
        }

        return text.ToString();
    }
}
