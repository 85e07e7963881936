using DlpDashboard.UI;

namespace DlpDashboard.Detectors.Trying;

/// <summary>Reasons of detections in words of people.</summary>
internal static class ReasonWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["checksum"] = "Its check digit is right",
        ["structure"] = "Its form alone tells what it is",
        ["entropy"] = "It looks drawn at random",
        ["test-value"] = "A published test value, so it weighs less",
        ["repeated-digits"] = "One digit over and over or in a row, so it weighs less",
        ["placeholder"] = "A word that stands for a value, so it weighs less",
        ["private-range"] = "From a range nobody outside can reach, so it weighs less",
        ["issuer"] = "Its issuer, prefix or country is known",
        ["encrypted"] = "Protected by a passphrase, so it weighs less",
        ["pattern"] = "It fits your organisation's expression",
        ["words"] = "It is on your organisation's list",
    };

    /// <summary>"context:card" → The word "card" stands near it.</summary>
    public static string Of(string reason)
    {
        if (Known.TryGetValue(reason, out var words))
        {
            return words;
        }

        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? "" : reason[(colon + 1)..].Replace('_', ' ');
        return colon < 0 ? Words.OfName(reason.Replace('-', ' ')) : reason[..colon] switch
        {
            "context" => $"The word \"{word}\" stands near it",
            "key" => $"Its field is called \"{word}\"",
            var kind => $"{Words.OfName(kind.Replace('-', ' '))}: {word}",
        };
    }
}
