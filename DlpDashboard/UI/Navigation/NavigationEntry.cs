namespace DlpDashboard.UI.Navigation;

/// <summary>One place in the navigation and in the command palette; each room registers its own with <c>services.AddNavigation(…)</c>.</summary>
/// <param name="Group">Under which heading.</param>
/// <param name="Title">One or two words.</param>
/// <param name="Href">Where it leads; it is marked as current on this path and below it.</param>
/// <param name="Icon">Path data from <see cref="Icons"/>.</param>
/// <param name="Permission">The permission, such as <c>scans.read</c>; who lacks it does not see the entry. Null shows it to everybody signed in.</param>
public sealed record NavigationEntry(NavigationGroup Group, string Title, string Href, string Icon, string? Permission)
{
    /// <summary>One more permission that the page demands, or null.</summary>
    public string? AlsoNeeds { get; init; }

    /// <summary>Place within the group; the lowest first, equal ones by title.</summary>
    public int Order { get; init; }

    /// <summary>The letter after <c>g</c> that leads here, or null.</summary>
    public char? Key { get; init; }

    /// <summary>More words the palette finds it by.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>One of the few in the bar at the bottom of narrow screens (at most four are).</summary>
    public bool OnPhones { get; init; }
}
