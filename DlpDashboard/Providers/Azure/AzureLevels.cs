using System.Runtime.CompilerServices;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// Walks a hierarchical namespace level by level and gives its blobs in the order of their keys' bytes. A level comes in the order of bare
/// names; a folder sorts by its name with the slash, so it waits until the next entry lies behind it:
/// <code>level: a  a-b  a.txt  a0   given: a-b  a.txt  a/…  a0</code>
/// Folders that wait begin with each other, so they are no more than a name is long.
/// </summary>
/// <param name="pages">Fetches them.</param>
/// <param name="container">Which container.</param>
internal sealed class AzureLevels(AzurePages pages, string container)
{
    private const int MaxDepth = 1024;

    /// <summary>The blobs below a prefix, strictly after a key.</summary>
    public async IAsyncEnumerable<AzureEntry> WalkAsync(string prefix, string startAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var levels = new Stack<Level>();
        try
        {
            levels.Push(await OpenAsync(prefix, cancellationToken));
            while (levels.TryPeek(out var level))
            {
                if (level.Waiting.TryPeek(out var folder) && (level.Next is null || KeyOrder.Compare(folder, level.Next.Name) < 0))
                {
                    level.Waiting.Pop();
                    if (levels.Count >= MaxDepth)
                    {
                        throw AzurePages.Damaged("The server lists folders within folders without end.");
                    }

                    if (KeyOrder.Compare(folder, startAfter) > 0 || startAfter.StartsWith(folder, StringComparison.Ordinal))
                    {
                        levels.Push(await OpenAsync(folder, cancellationToken));
                    }

                    continue;
                }

                if (level.Next is not { } entry)
                {
                    await levels.Pop().Entries.DisposeAsync();
                    continue;
                }

                if (entry.IsPrefix)
                {
                    level.Wait(entry.Name);
                }
                else if (!entry.IsFolder && KeyOrder.Compare(entry.Name, startAfter) > 0)
                {
                    yield return entry;
                }

                await level.AdvanceAsync(cancellationToken);
            }
        }
        finally
        {
            foreach (var level in levels)
            {
                await level.Entries.DisposeAsync();
            }
        }
    }

    private async Task<Level> OpenAsync(string prefix, CancellationToken cancellationToken)
    {
        var level = new Level(prefix, KeyOrder.ByBytesAsync(pages.ReadAsync(container, prefix, "/", null, cancellationToken), cancellationToken).GetAsyncEnumerator(cancellationToken));
        await level.AdvanceAsync(cancellationToken);
        return level;
    }

    private sealed class Level(string prefix, IAsyncEnumerator<AzureEntry> entries)
    {
        public IAsyncEnumerator<AzureEntry> Entries => entries;

        public AzureEntry? Next { get; private set; }

        /// <summary>Folders that wait, the next one on top.</summary>
        public Stack<string> Waiting { get; } = new();

        public async Task AdvanceAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Next = await entries.MoveNextAsync() ? entries.Current : null;
        }

        public void Wait(string folder)
        {
            // A folder that is no deeper than its level, or given again, would be walked without end.
            if (!folder.StartsWith(prefix, StringComparison.Ordinal) || folder.Length <= prefix.Length || (Waiting.TryPeek(out var top) && KeyOrder.Compare(folder, top) >= 0))
            {
                throw AzurePages.Damaged("The server lists folders out of order or more than once.");
            }

            Waiting.Push(folder);
        }
    }
}
