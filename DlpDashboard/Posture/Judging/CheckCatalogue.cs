namespace DlpDashboard.Posture.Judging;

/// <summary>Every check of the app, found by its type.</summary>
internal static class CheckCatalogue
{
    /// <summary>All, by provider and then the gravest first.</summary>
    public static IReadOnlyList<PostureCheck> All { get; } =
    [
        .. typeof(CheckCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(PostureCheck)))
            .Select(type => (PostureCheck)Activator.CreateInstance(type)!)
            .OrderBy(check => check.Provider, StringComparer.Ordinal).ThenByDescending(check => check.Severity).ThenBy(check => check.Id, StringComparer.Ordinal),
    ];

    private static readonly ILookup<string, PostureCheck> ByProvider = All.ToLookup(check => check.Provider, StringComparer.Ordinal);
    private static readonly Dictionary<string, PostureCheck> ById = All.ToDictionary(check => check.Id, StringComparer.Ordinal);

    /// <summary>The checks of a provider; none where it is not known.</summary>
    public static IEnumerable<PostureCheck> Of(string provider) => ByProvider[provider];

    /// <summary>The check of that id, or null.</summary>
    public static PostureCheck? Find(string id) => ById.GetValueOrDefault(id);
}
