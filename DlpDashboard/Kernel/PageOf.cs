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
}
