using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Custom;

/// <summary>How a rule is kept in its row, and read from it.</summary>
internal static class CustomDefinition
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>Writes a rule into its row; what the row knows itself is taken from there.</summary>
    public static void Write(CustomDetector row, CustomRule rule)
    {
        (row.Name, row.Kind) = (rule.Name.Trim(), rule.Kind);
        row.Definition = JsonSerializer.Serialize(rule with { Id = row.DetectorId, Name = "", Terms = [] }, Json);
        row.Terms = rule.Kind == CustomKind.Words ? string.Join('\n', rule.Terms) : null;
        row.TermCount = rule.Kind == CustomKind.Words ? rule.Terms.Count : 0;
        row.ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Definition}\n{row.Terms}")).AsSpan(0, 16));
    }

    /// <summary>The rule of a row.</summary>
    public static CustomRule RuleOf(CustomDetector row) => RuleOf(row, TermsOf(row.Terms));

    /// <summary>The same without reading its terms.</summary>
    public static CustomRule RuleOf(CustomDetector row, IReadOnlyList<string> terms) =>
        JsonSerializer.Deserialize<CustomRule>(row.Definition, Json)! with { Id = row.DetectorId, Name = row.Name, Kind = row.Kind, Terms = terms };

    /// <summary>Words and phrases, one a line; empty lines and repeats are left out.</summary>
    public static List<string> TermsOf(string? lines) => string.IsNullOrEmpty(lines)
        ? []
        : [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
}
