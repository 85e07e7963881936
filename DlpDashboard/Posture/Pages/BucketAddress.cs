namespace DlpDashboard.Posture.Pages;

/// <summary>What the address of a page about a bucket holds, so that its parts lead to each other: a reason to its statement, a change to its comparison.</summary>
public static class BucketAddress
{
    /// <summary>Which part is shown: one of <see cref="Views"/>.</summary>
    public const string View = "view";

    /// <summary>The document that is shown.</summary>
    public const string Document = "doc";

    /// <summary>The path in it that is marked.</summary>
    public const string Place = "at";

    /// <summary>The version of it that is shown; without one the newest.</summary>
    public const string Version = "version";

    /// <summary>The version it is compared with.</summary>
    public const string Against = "against";

    /// <summary>The checks.</summary>
    public const string Checks = "checks";

    /// <summary>Who can reach it.</summary>
    public const string Access = "access";

    /// <summary>Raw documents.</summary>
    public const string Documents = "documents";

    /// <summary>What changed.</summary>
    public const string History = "history";

    /// <summary>The parts, in order.</summary>
    public static IReadOnlyList<string> Views { get; } = [Checks, Access, Documents, History];

    /// <summary>All that the parts keep in the address.</summary>
    public static IReadOnlyList<string> All { get; } = [View, Document, Place, Version, Against];

    /// <summary>The present page with the documents open at a place.</summary>
    internal static string DocumentHref(Microsoft.AspNetCore.Components.NavigationManager navigation, string document, string? path = null, Guid? version = null, Guid? against = null) =>
        Microsoft.AspNetCore.Components.NavigationManagerExtensions.GetUriWithQueryParameters(navigation, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [View] = Documents,
            [Document] = document,
            [Place] = path is { Length: > 0 } ? path : null,
            [Version] = version,
            [Against] = against,
        });
}
