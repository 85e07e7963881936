using System.Runtime.CompilerServices;
using System.Text;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// A container's blobs in the order of their keys' bytes. A flat namespace is listed as it comes. A hierarchical one has another order
/// ("a/b" before "a.txt"), so as soon as a folder's own entry shows, the rest is walked level by level (<see cref="AzureLevels"/>); in that
/// order a folder's entry comes before all that lies in it, so nothing was given too early.
/// </summary>
/// <param name="pages">Fetches them.</param>
internal sealed class AzureListing(AzurePages pages)
{
    /// <summary>Largest page: entries with encoded names of 1,024 characters and 8 KB of metadata fit.</summary>
    public const long MaxPageBytes = 48 * 1024 * 1024;

    /// <summary>Longest key taken, in UTF-8 bytes: Azure's limit is 1,024 characters.</summary>
    private const int MaxKeyBytes = 16 * 1024;

    /// <summary>The objects strictly after a key.</summary>
    public async IAsyncEnumerable<StoredObject> ReadAsync(
        string container, string? prefix, string? startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = startAfter ?? string.Empty;
        var begin = prefix ?? string.Empty;
        if (!after.StartsWith(begin, StringComparison.Ordinal))
        {
            if (KeyOrder.Compare(after, begin) > 0)
            {
                yield break;
            }

            after = string.Empty;
        }

        var last = after;
        var told = after.Length == 0 ? null : await pages.IsHierarchicalAsync(container, cancellationToken);
        var isTree = told ?? (after.Length > 0 && await LiesInFolderAsync(container, begin, after, cancellationToken));
        if (!isTree)
        {
            var from = KeyOrder.SafeStart(after, isSurelyFlat: told == false);
            await foreach (var entry in KeyOrder.ByBytesAsync(pages.ReadAsync(container, prefix, null, from, cancellationToken), cancellationToken))
            {
                if (entry.IsFolder)
                {
                    isTree = true;
                    break;
                }

                if (after.Length == 0 || KeyOrder.Compare(entry.Name, after) > 0)
                {
                    last = Checked(entry, last);
                    yield return entry.ToObject(container);
                }
            }
        }

        if (!isTree)
        {
            yield break;
        }

        await foreach (var entry in new AzureLevels(pages, container).WalkAsync(begin, last, cancellationToken))
        {
            last = Checked(entry, last);
            yield return entry.ToObject(container);
        }
    }

    // A listing begun within a folder shows no entry of that folder: it is asked for.
    private async Task<bool> LiesInFolderAsync(string container, string prefix, string startAfter, CancellationToken cancellationToken)
    {
        var slash = startAfter.StartsWith(prefix, StringComparison.Ordinal) ? startAfter.IndexOf('/', prefix.Length) : -1;
        if (slash <= 0)
        {
            return false;
        }

        var folder = startAfter[..slash];
        var first = await pages.ReadOneAsync(container, folder, cancellationToken);
        return first is { IsFolder: true } && first.Name == folder;
    }

    private static string Checked(AzureEntry entry, string last) =>
        entry.Name.Length == 0 || Encoding.UTF8.GetByteCount(entry.Name) > MaxKeyBytes || KeyOrder.Compare(entry.Name, last) <= 0
            ? throw AzurePages.Damaged("The server lists keys out of order or more than once, so the listing cannot be trusted to end.")
            : entry.Name;
}
