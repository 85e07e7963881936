using System.Text;
using DlpDashboard.Kernel;

namespace DlpDashboard.Providers;

/// <summary>Reads and checks the settings of a connection by the fields its provider declares.</summary>
internal static class StoreSettings
{
    /// <summary>Longest value of one setting, in characters: session tokens and service account documents fit.</summary>
    public const int MaxValueLength = 16 * 1024;

    /// <summary>Longest prefix, in UTF-8 bytes: the longest key of S3.</summary>
    public const int MaxPrefixBytes = 1024;

    /// <summary>The value, or null where it is absent or blank.</summary>
    public static string? Read(this StoreConnection connection, string field) =>
        connection.Settings.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Whether the switch is on.</summary>
    public static bool IsOn(this StoreConnection connection, string field) =>
        string.Equals(connection.Read(field), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Unknown names, missing values, values that are no choice, and text that is too long or holds control characters; the first unknown name alone.</summary>
    public static IEnumerable<Problem> CheckFields(IReadOnlyList<StoreField> fields, StoreConnection connection)
    {
        if (connection.Settings.Keys.FirstOrDefault(name => fields.All(field => field.Name != name)) is { } unknown)
        {
            return [Problem.Invalid("providers.setting-unknown", $"This provider has no setting '{Shortened(unknown)}'. Remove it.", "settings")];
        }

        return fields.Where(field => Counts(field, fields, connection)).Select(field => CheckField(field, connection.Read(field.Name))).OfType<Problem>();
    }

    /// <summary>A prefix of at most 1,024 bytes that begins with no slash.</summary>
    public static Problem? CheckPrefix(string? prefix)
    {
        if (prefix is null)
        {
            return null;
        }

        if (Encoding.UTF8.GetByteCount(prefix) > MaxPrefixBytes)
        {
            return Problem.Invalid("providers.prefix-long", "The prefix is longer than 1,024 bytes. Shorten it.", "prefix");
        }

        return prefix.Contains('\0') ? Problem.Invalid("providers.prefix-unusable", "The prefix holds a NUL character. Remove it.", "prefix") : null;
    }

    private static Problem? CheckField(StoreField field, string? value)
    {
        if (value is null)
        {
            return field.IsRequired ? Problem.Invalid("providers.setting-missing", $"{field.Label} is missing. {field.Hint}", field.Name) : null;
        }

        if (value.Length > MaxValueLength || (field.Kind != StoreFieldKind.Secret && value.Any(char.IsControl)))
        {
            return Problem.Invalid("providers.setting-unusable", $"{field.Label} is too long or holds control characters. {field.Hint}", field.Name);
        }

        var isAllowed = field.Kind switch
        {
            StoreFieldKind.Choice => field.Choices!.Any(choice => choice.Value == value),
            StoreFieldKind.Switch => value is "true" or "false",
            _ => true,
        };
        return isAllowed ? null : Problem.Invalid("providers.setting-choice", $"{field.Label} has a value it does not take. {field.Hint}", field.Name);
    }

    private static bool Counts(StoreField field, IReadOnlyList<StoreField> fields, StoreConnection connection)
    {
        if (field.ShownWhen is not { } condition)
        {
            return true;
        }

        var other = fields.First(candidate => candidate.Name == condition.Field);
        return (connection.Read(other.Name) ?? other.Choices?[0].Value) == condition.Value;
    }

    private static string Shortened(string name) => name.Length <= 40 ? name : name[..40];
}
