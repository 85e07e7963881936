using DlpDashboard.Kernel;
using DlpDashboard.UI.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace DlpDashboard.Tests.UI;

public sealed class TablePagesTests
{
    [Fact]
    public async Task A_late_answer_to_an_old_question_is_dropped()
    {
        var old = new TaskCompletionSource<PageOf<int>>();
        await using var pages = new TablePages<int>(NullLogger.Instance);
        var first = pages.RestartAsync((_, _) => old.Task, CancellationToken.None);
        var second = pages.RestartAsync((_, _) => Task.FromResult(new PageOf<int>([7], null)), CancellationToken.None);
        old.SetResult(new PageOf<int>([1, 2, 3], null));
        await Task.WhenAll(first, second);
        Assert.Equal([7], pages.Rows.Select(row => row.Value));
        Assert.False(pages.Busy);
    }

    [Fact]
    public async Task Starting_anew_cancels_what_is_under_way()
    {
        CancellationToken seen = default;
        await using var pages = new TablePages<int>(NullLogger.Instance);
        var first = pages.RestartAsync(async (_, token) =>
        {
            seen = token;
            await Task.Delay(Timeout.Infinite, token);
            return new PageOf<int>([], null);
        }, CancellationToken.None);
        await pages.RestartAsync((_, _) => Task.FromResult(new PageOf<int>([], null)), CancellationToken.None);
        await first;
        Assert.True(seen.IsCancellationRequested);
        Assert.Null(pages.TraceId);
    }

    [Fact]
    public async Task A_failed_page_is_asked_for_again_from_its_own_place()
    {
        var cursor = new PageCursor(new DateTime(5, DateTimeKind.Utc), Guid.Empty);
        var asked = new List<PageCursor?>();
        await using var pages = new TablePages<int>(NullLogger.Instance);
        await pages.RestartAsync((_, _) => Task.FromResult(new PageOf<int>([1], cursor)), CancellationToken.None);
        await pages.MoreAsync((_, _) => throw new InvalidOperationException("storage is away"), CancellationToken.None);
        Assert.Matches("^[0-9a-f]{32}$", pages.TraceId);
        await pages.RetryAsync((after, _) =>
        {
            asked.Add(after);
            return Task.FromResult(new PageOf<int>([2], null));
        }, CancellationToken.None);
        Assert.Equal([cursor], asked);
        Assert.Equal([1, 2], pages.Rows.Select(row => row.Value));
        Assert.Equal([0, 1], pages.Rows.Select(row => row.Index));
        Assert.Null(pages.TraceId);
        Assert.False(pages.HasMore);
    }

    [Fact]
    public async Task Leaving_ends_the_fetch()
    {
        var pages = new TablePages<int>(NullLogger.Instance);
        var fetch = pages.RestartAsync(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new PageOf<int>([], null);
        }, CancellationToken.None);
        await pages.DisposeAsync();
        Assert.True(fetch.IsCompletedSuccessfully);
    }
}
