using System.Text.RegularExpressions;
using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints;

/// <summary>Reads a provider's fields: which count, which are secret, and which ones a secret belongs to.</summary>
internal static partial class EndpointFields
{
    private const string Region = "region";

    /// <summary>Whether a field counts beside these settings.</summary>
    public static bool Counts(this IStoreProvider provider, StoreField field, Func<string, string?> setting)
    {
        if (field.ShownWhen is not { } condition)
        {
            return true;
        }

        var other = provider.Fields.First(candidate => candidate.Name == condition.Field);
        return (setting(other.Name) is { Length: > 0 } value ? value : other.Choices?[0].Value) == condition.Value;
    }

    /// <summary>
    /// The first setting whose change would carry a kept secret to another server, account or key, or null. All texts and choices are
    /// such, but a region of plain form: it only chooses among one provider's own servers.
    /// </summary>
    public static StoreField? FirstBindingChange(this IStoreProvider provider, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        provider.Fields.FirstOrDefault(field => field.Kind is StoreFieldKind.Text or StoreFieldKind.Choice
            && ValueOf(field, before) is var old && ValueOf(field, after) is var now && old != now
            && !(field.Name == Region && PlainRegion().IsMatch(old) && PlainRegion().IsMatch(now)));

    private static string ValueOf(StoreField field, IReadOnlyDictionary<string, string> settings) =>
        settings.TryGetValue(field.Name, out var value) ? value : field.Choices?[0].Value ?? "";

    [GeneratedRegex("^[a-z0-9-]{0,40}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainRegion();
}
