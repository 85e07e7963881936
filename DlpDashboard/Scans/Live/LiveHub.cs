using DlpDashboard.Access;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.SignalR;

namespace DlpDashboard.Scans.Live;

/// <summary>
/// <c>/hubs/live</c>, for clients outside the browser app: who connects is told, without asking, of the organisation's scans and events, as far as
/// the person's permissions go. <c>?after=CURSOR</c> begins behind the last event seen. There are no methods to call.
/// </summary>
internal sealed class LiveHub(LivePump pump, LiveSeats seats, ILogger<LiveHub> log) : Hub
{
    private const string Pumping = "pumping";

    /// <inheritdoc />
    public override async Task OnConnectedAsync()
    {
        await base.OnConnectedAsync();
        var query = Context.GetHttpContext()?.Request.Query["after"].ToString();
        var hasCursor = PageCursor.TryParse(query, out var cursor);
        if (Context.User?.ToActor() is not { } actor || (!hasCursor && query is { Length: > 0 }) || !seats.TryTake(actor.AccountId))
        {
            Context.Abort();
            return;
        }

        Context.Items[Pumping] = PumpAsync(Context, actor, new LiveListener(Clients.Caller), hasCursor ? cursor : null);
    }

    /// <inheritdoc />
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items.TryGetValue(Pumping, out var pumping))
        {
            await (Task)pumping!;
        }

        await base.OnDisconnectedAsync(exception);
    }

    private async Task PumpAsync(HubCallerContext context, Actor actor, LiveListener client, PageCursor? after)
    {
        await Task.Yield();
        try
        {
            await pump.RunAsync(actor, client, after, context.ConnectionAborted);
        }
        catch (OperationCanceledException) when (context.ConnectionAborted.IsCancellationRequested)
        {
            // The client went.
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "A live connection was ended; its client connects again.");
        }
        finally
        {
            seats.Leave(actor.AccountId);
            context.Abort();
        }
    }
}
