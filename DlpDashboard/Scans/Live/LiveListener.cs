using Microsoft.AspNetCore.SignalR;

namespace DlpDashboard.Scans.Live;

/// <summary>What <c>/hubs/live</c> tells one client: the messages <c>scanProgress</c> and <c>event</c>.</summary>
/// <param name="client">The client.</param>
internal sealed class LiveListener(IClientProxy client)
{
    /// <summary>A scan as it stands; replaces what was told of it before. The last one of a scan carries the state it ended in.</summary>
    public Task TellAsync(LiveScan scan, CancellationToken cancellationToken) => client.SendAsync("scanProgress", scan, cancellationToken);

    /// <summary>Something happened.</summary>
    public Task TellAsync(LiveEvent happened, CancellationToken cancellationToken) => client.SendAsync("event", happened, cancellationToken);
}
