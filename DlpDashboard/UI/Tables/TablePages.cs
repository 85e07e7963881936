using System.Diagnostics;
using DlpDashboard.Kernel;

namespace DlpDashboard.UI.Tables;

/// <summary>
/// The rows a table has fetched so far, page by keyset page. One fetch at a time; starting anew cancels the one under way, and its late answer is dropped.
/// </summary>
/// <param name="logger">Where an unexpected failure goes, under <see cref="TraceId"/>.</param>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class TablePages<TRow>(ILogger logger) : IAsyncDisposable
{
    private readonly List<TableRow<TRow>> _rows = [];
    private CancellationTokenSource? _stop;
    private Task _fetch = Task.CompletedTask;
    private PageCursor? _next;
    private PageCursor? _asked;

    /// <summary>What is loaded, in order.</summary>
    public List<TableRow<TRow>> Rows => _rows;

    /// <summary>The first page came at least once.</summary>
    public bool Started { get; private set; }

    /// <summary>A page is on its way.</summary>
    public bool Busy { get; private set; }

    /// <summary>There is another page.</summary>
    public bool HasMore => _next is not null;

    /// <summary>The last fetch failed: under this trace id.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The first page anew. What is shown stays until the answer is there.</summary>
    public Task RestartAsync(Func<PageCursor?, CancellationToken, Task<PageOf<TRow>>> load, CancellationToken cancellationToken)
    {
        _stop?.Cancel();
        return _fetch = FetchAsync(load, null, cancellationToken);
    }

    /// <summary>The page after the last row; nothing happens while one is on its way or at the end.</summary>
    public Task MoreAsync(Func<PageCursor?, CancellationToken, Task<PageOf<TRow>>> load, CancellationToken cancellationToken) =>
        Busy || !HasMore ? Task.CompletedTask : _fetch = FetchAsync(load, _next, cancellationToken);

    /// <summary>Asks again for the page that failed.</summary>
    public Task RetryAsync(Func<PageCursor?, CancellationToken, Task<PageOf<TRow>>> load, CancellationToken cancellationToken) =>
        Busy ? Task.CompletedTask : _fetch = FetchAsync(load, _asked, cancellationToken);

    /// <summary>Puts a newer version of a row in its place; false where it is not loaded.</summary>
    public bool Replace(TRow row, Func<TRow, object> key)
    {
        var at = _rows.FindIndex(held => key(held.Value).Equals(key(row)));
        if (at < 0)
        {
            return false;
        }

        _rows[at] = new TableRow<TRow>(at, row);
        return true;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_stop is { } stop)
        {
            await stop.CancelAsync();
        }

        await _fetch;
    }

    private async Task FetchAsync(Func<PageCursor?, CancellationToken, Task<PageOf<TRow>>> load, PageCursor? after, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stop = stop;
        _asked = after;
        Busy = true;
        TraceId = null;
        try
        {
            var page = await load(after, stop.Token);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            if (after is null)
            {
                _rows.Clear();
            }

            _rows.AddRange(page.Items.Select((row, offset) => new TableRow<TRow>(_rows.Count + offset, row)).ToList());
            _next = page.Next;
            Started = true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A newer question, or the page was left.
        }
        catch (Exception exception)
        {
            TraceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
            logger.LogError(exception, "A table's page failed; shown to the person as trace {TraceId}", TraceId);
        }
        finally
        {
            if (ReferenceEquals(_stop, stop))
            {
                _stop = null;
                Busy = false;
            }
        }
    }
}
