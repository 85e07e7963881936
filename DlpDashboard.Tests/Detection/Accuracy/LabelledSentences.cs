using System.Text.Json;
using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>
/// Synthetic sentences with labelled spans, from beside the repository. A labelled span is found where a detection of its type shares a character with it, and a detection is right where
/// it shares one with a span of its type.
/// </summary>
internal static class LabelledSentences
{
    /// <summary>Their types and our detectors; a form of address before a name is part of it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PERSON"] = "person-name", ["ADDRESS"] = "street-address", ["CREDIT_CARD"] = "payment-card", ["PHONE_NUMBER"] = "phone", ["EMAIL_ADDRESS"] = "email", ["US_SSN"] = "us-ssn", ["IBAN_CODE"] = "iban", ["US_DRIVER_LICENSE"] = "us-driver-licence",
        ["IP_ADDRESS"] = "ip-address",
    };

    /// <summary>Scores by detector at a floor.</summary>
    public static SortedDictionary<string, TypeScore> Score(string json, Likelihood floor)
    {
        var inspector = new TextInspector(DetectionEngine.Create(floor: floor));
        var scores = new SortedDictionary<string, TypeScore>(StringComparer.Ordinal);
        foreach (var id in Types.Values)
        {
            scores[id] = new TypeScore();
        }

        using var sentences = JsonDocument.Parse(File.ReadAllBytes(json));
        foreach (var sentence in sentences.RootElement.EnumerateArray())
        {
            var text = sentence.GetProperty("full_text").GetString()!;
            var spans = sentence.GetProperty("spans").EnumerateArray().Select(span => new Span(
                span.GetProperty("entity_type").GetString()!, Units(text, span.GetProperty("start_position").GetInt32()), Units(text, span.GetProperty("end_position").GetInt32()))).ToList();
            Count(scores, spans, [.. inspector.Inspect(text)]);
        }

        return scores;
    }

    private static void Count(SortedDictionary<string, TypeScore> scores, List<Span> spans, IReadOnlyList<InspectedDetection> found)
    {
        foreach (var span in spans.Where(span => Types.ContainsKey(span.Type)))
        {
            var id = Types[span.Type];
            scores[id].Labelled++;
            scores[id].Found += found.Any(detection => detection.Detector.Id == id && Meets(detection, span)) ? 1 : 0;
        }

        foreach (var detection in found.Where(detection => scores.ContainsKey(detection.Detector.Id)))
        {
            var isRight = spans.Any(span => Meets(detection, span) && (Types.GetValueOrDefault(span.Type) == detection.Detector.Id || (span.Type == "PREFIX" && detection.Detector.Id == "person-name")));
            scores[detection.Detector.Id].Right += isRight ? 1 : 0;
            scores[detection.Detector.Id].Wrong += isRight ? 0 : 1;
        }
    }

    private static bool Meets(InspectedDetection detection, Span span) => detection.Start < span.End && detection.End > span.Start;

    // Positions there count characters, ours UTF-16 units.
    private static int Units(string text, int characters)
    {
        var units = 0;
        for (; characters > 0 && units < text.Length; characters--)
        {
            units += char.IsHighSurrogate(text[units]) ? 2 : 1;
        }

        return units;
    }

    private sealed record Span(string Type, int Start, int End);
}
