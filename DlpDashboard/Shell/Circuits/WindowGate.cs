using DlpDashboard.Access;
using Microsoft.AspNetCore.SignalR;

namespace DlpDashboard.Shell.Circuits;

/// <summary>
/// Stands before the circuits' hub: a window beyond the limits gets no circuit. Its document was refused already by <see cref="App"/> with a page that says why;
/// here end only those that were loaded at the same moment, and programs. A window that comes back after a cut is let in.
/// </summary>
internal sealed class WindowGate(WindowSeats seats) : IHubFilter
{
    private const string Connected = "window-connected";
    private const string Seated = "window-seated";

    /// <inheritdoc />
    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (AccountOf(context.Context) is not { } account || !seats.Connections.TryTake(account))
        {
            context.Context.Abort();
            return;
        }

        context.Context.Items[Connected] = account;
        await next(context);
    }

    /// <inheritdoc />
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var connection = invocationContext.Context;
        switch (invocationContext.HubMethodName)
        {
            case "StartCircuit" or "ResumeCircuit" when !connection.Items.ContainsKey(Seated):
                if (AccountOf(connection) is not { } opener || !seats.Windows.TryTake(opener))
                {
                    // The client then shows its notice of a stopped page instead of waiting for ever.
                    await invocationContext.Hub.Clients.Caller.SendAsync("JS.Error", "No further window is opened: too many are open.", connection.ConnectionAborted);
                    return null;
                }

                connection.Items[Seated] = opener;
                break;
            case "ConnectCircuit" when !connection.Items.ContainsKey(Seated) && AccountOf(connection) is { } returner:
                seats.Windows.Take(returner);
                connection.Items[Seated] = returner;
                var found = await next(invocationContext);
                if (found is false && connection.Items.Remove(Seated))
                {
                    // Its circuit is gone; the page will be loaded anew over another connection.
                    seats.Windows.Leave(returner);
                }

                return found;
        }

        return await next(invocationContext);
    }

    /// <inheritdoc />
    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        try
        {
            await next(context, exception);
        }
        finally
        {
            if (context.Context.Items.TryGetValue(Seated, out var seated))
            {
                seats.Windows.Leave((Guid)seated!);
            }

            if (context.Context.Items.TryGetValue(Connected, out var connected))
            {
                seats.Connections.Leave((Guid)connected!);
            }
        }
    }

    private static Guid? AccountOf(HubCallerContext connection) => connection.User?.ToActor()?.AccountId;
}
