using DlpDashboard.Access;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Shell.Layout;

/// <summary>What the rooms registered, without what this person may not open.</summary>
/// <param name="places">The rooms' places.</param>
/// <param name="lines">The rooms' palette lines.</param>
internal sealed class NavigationReader(IEnumerable<NavigationEntry> places, IEnumerable<PaletteEntry> lines)
{
    /// <summary>The navigation in order.</summary>
    public IReadOnlyList<NavigationEntry> Places(Actor? actor) =>
        [.. places.Where(place => May(actor, place.Permission) && May(actor, place.AlsoNeeds)).OrderBy(place => place.Group).ThenBy(place => place.Order).ThenBy(place => place.Title, StringComparer.Ordinal)];

    /// <summary>The palette's fixed lines: the places first, then what rooms added.</summary>
    public IReadOnlyList<PaletteEntry> Lines(Actor? actor) =>
        [
            .. Places(actor).Select(place => new PaletteEntry(place.Title, place.Icon, place.Href, place.Permission) { Kind = "Go to", Keywords = place.Keywords }),
            .. lines.Where(line => May(actor, line.Permission)),
        ];

    private static bool May(Actor? actor, string? permission) => permission is null || actor?.May(permission) == true;
}
