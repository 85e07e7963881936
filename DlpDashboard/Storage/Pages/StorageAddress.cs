using System.Globalization;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace DlpDashboard.Storage.Pages;

/// <summary>The filters of the page of sizes in its address; the same names as in REST.</summary>
internal static class StorageAddress
{
    /// <summary>The filters that can be cleared.</summary>
    public static readonly string[] Filters = ["endpoint", "provider", "q", "uploads", "unlisted"];

    /// <summary>What is asked for.</summary>
    public static StorageFilter Read(QueryState query) => new(
        Guid.TryParse(query.Get("endpoint"), out var endpoint) ? endpoint : null,
        query.Get("provider"),
        query.Get("q"),
        query.Is("uploads"),
        query.Is("unlisted"),
        QueryEnum<StorageSort>.TryParse(query.Get("sort"), out var sort) ? sort.Value : StorageSort.Bytes);

    /// <summary>The same list as a file.</summary>
    public static string CsvHref(StorageFilter filter) => QueryHelpers.AddQueryString($"{ApiPaths.Root}/storage/size/export", new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["endpoint"] = filter.EndpointId?.ToString(),
        ["provider"] = filter.Provider,
        ["q"] = filter.Text,
        ["uploads"] = filter.HasUploads ? "true" : null,
        ["unlisted"] = filter.IsUnlisted ? "true" : null,
        ["sort"] = InAddress(filter.Sort),
    });

    /// <summary>An order as the address writes it.</summary>
    public static string InAddress(StorageSort sort) => sort.ToString().ToLower(CultureInfo.InvariantCulture);
}
