using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Core;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// The pages of List Blobs. A page that leads to itself, or pages without end that hold nothing, are a fault: such a listing would never end.
/// Snapshots, versions and deleted blobs are not asked for; metadata is, since it alone tells folders and client-side encryption.
/// </summary>
/// <param name="requests">How to send.</param>
internal sealed class AzurePages(AzureRequests requests)
{
    /// <summary>The service version that begins a listing at a name (<c>startFrom</c>, inclusive).</summary>
    private const string StartFromVersion = "2026-02-06";

    private const int PageSize = 2000;
    private const int MaxEmptyPages = 1000;
    private bool _beginsAnywhere = true;

    /// <summary>The entries in the server's order.</summary>
    /// <param name="container">Which container.</param>
    /// <param name="prefix">What names begin with, or null.</param>
    /// <param name="delimiter">A slash for one level, null for all.</param>
    /// <param name="startFrom">A name to begin at; servers that do not know how begin at the beginning.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public async IAsyncEnumerable<AzureEntry> ReadAsync(
        string container, string? prefix, string? delimiter, string? startFrom, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? marker = null;
        for (var emptyPages = 0; emptyPages < MaxEmptyPages;)
        {
            var page = await ReadPageAsync(container, new Place(prefix, delimiter, startFrom, marker, PageSize), cancellationToken);
            foreach (var entry in page.Entries)
            {
                yield return entry;
            }

            if (page.NextMarker is null)
            {
                yield break;
            }

            if (page.NextMarker == marker)
            {
                throw Damaged("The server says that more objects follow but gives no way to them.");
            }

            marker = page.NextMarker;
            emptyPages = page.Entries.Count > 0 ? 0 : emptyPages + 1;
        }

        throw Damaged("The server gives one empty page after another.");
    }

    /// <summary>The first entry whose name begins so, or null.</summary>
    public async Task<AzureEntry?> ReadOneAsync(string container, string prefix, CancellationToken cancellationToken) =>
        (await ReadPageAsync(container, new Place(prefix, null, null, null, 1), cancellationToken)).Entries is [var first, ..] ? first : null;

    /// <summary>Whether the account has a hierarchical namespace; null where it does not tell these credentials.</summary>
    public async Task<bool?> IsHierarchicalAsync(string container, CancellationToken cancellationToken)
    {
        try
        {
            return await requests.ReadAsync(
                new AzureRequest(RequestMethod.Get, container, null, [("restype", "account"), ("comp", "properties")]),
                answer => answer.Headers.TryGetValue("x-ms-is-hns-enabled", out var text) ? text == "true" : (bool?)null,
                cancellationToken);
        }
        catch (ObjectStoreException refused) when (!refused.EndsScan)
        {
            return null;
        }
    }

    /// <summary>A listing that cannot be trusted.</summary>
    public static ObjectStoreException Damaged(string what) =>
        new(StoreFault.Misconfigured, $"{what} Check that the blob endpoint leads to a blob service, and tell its operator.");

    private async Task<AzurePage> ReadPageAsync(string container, Place place, CancellationToken cancellationToken)
    {
        var begins = _beginsAnywhere && !string.IsNullOrEmpty(place.StartFrom);
        try
        {
            var page = await requests.ReadAsync(RequestOf(container, place, begins), answer => AzurePage.Read(answer.ContentStream ?? Stream.Null), cancellationToken);
            return page.Entries.Count == 0 && page.Container != container ? throw Damaged("The server's answer is no listing of this container.") : page;
        }
        catch (ObjectStoreException unknown) when (begins && place.Marker is null && unknown.Fault is StoreFault.Unreadable or StoreFault.Misconfigured)
        {
            // Older servers refuse the version or the parameter; pages before the beginning are then read and passed over.
            _beginsAnywhere = false;
            return await ReadPageAsync(container, place, cancellationToken);
        }
    }

    private static AzureRequest RequestOf(string container, Place place, bool begins) => new(
        RequestMethod.Get,
        container,
        null,
        [
            ("restype", "container"),
            ("comp", "list"),
            ("prefix", place.Prefix),
            ("delimiter", place.Delimiter),
            ("marker", place.Marker),
            ("maxresults", place.Size.ToString(CultureInfo.InvariantCulture)),
            ("include", "metadata"),
            ("startFrom", begins ? place.StartFrom : null),
        ],
        begins ? StartFromVersion : AzureRequest.UsualVersion);

    private sealed record Place(string? Prefix, string? Delimiter, string? StartFrom, string? Marker, int Size);
}
