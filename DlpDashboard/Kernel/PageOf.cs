using System.Runtime.CompilerServices;

namespace DlpDashboard.Kernel;

/// <summary>One keyset page.</summary>
/// <param name="Items">At most the asked number of rows, in order.</param>
/// <param name="Next">The cursor of the following page; null at the end.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed record PageOf<T>(IReadOnlyList<T> Items, PageCursor? Next);

/// <summary>Makes pages.</summary>
public static class PageOf
{
    /// <summary>Rows read with <c>Take(size + 1)</c>: the extra one only tells that there is more.</summary>
    public static PageOf<T> From<T>(IReadOnlyList<T> rows, int size, Func<T, PageCursor> cursorOf)
    {
        if (rows.Count <= size)
        {
            return new PageOf<T>(rows, null);
        }

        var items = rows.Take(size).ToList();
        return new PageOf<T>(items, cursorOf(items[^1]));
    }

    /// <summary>All rows behind keyset pages, page after page: for files. Memory does not grow with their number, and a page that is short or empty is not taken for the last.</summary>
    /// <param name="page">Reads the page after a cursor; null asks for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<PageCursor?, Task<PageOf<T>>> page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageCursor? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = await page(after);
            foreach (var row in rows.Items)
            {
                yield return row;
            }

            after = rows.Next;
        }
        while (after is not null);
    }
}
