using System.Globalization;
using DlpDashboard.Kernel;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Web.Paging;

/// <summary>
/// <c>?limit=1..200&amp;cursor=</c> of a list route: a handler takes it as a parameter and passes it to its reader. Anything else than
/// these is answered with 400. A list route answers with a <see cref="PageOf{T}"/>: <c>{"items":[…],"next":"…"|null}</c>.
/// </summary>
/// <param name="Limit">Rows of a page.</param>
/// <param name="After">Where the page begins; null for the first one.</param>
public sealed record PageQuery(int Limit, PageCursor? After)
{
    /// <summary>Rows of a page when the caller names none.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most rows of a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="RequestRefusedException">The limit or the cursor is wrong.</exception>
    public static ValueTask<PageQuery> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var limitText)
            && !(int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit))
        {
            throw new RequestRefusedException(RequestProblems.Limit);
        }

        if (!query.TryGetValue("cursor", out var cursorText) || cursorText.ToString().Length == 0)
        {
            return ValueTask.FromResult(new PageQuery(limit, null));
        }

        return PageCursor.TryParse(cursorText, out var cursor)
            ? ValueTask.FromResult(new PageQuery(limit, cursor))
            : throw new RequestRefusedException(RequestProblems.Cursor);
    }
}
