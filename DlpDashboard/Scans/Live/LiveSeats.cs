using DlpDashboard.Web.Limits;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Live;

/// <summary>Counts connections to the live hub, so that nobody takes them all.</summary>
internal sealed class LiveSeats(IOptions<LiveOptions> options)
{
    private readonly SeatCount _seats = new(options.Value.ConnectionsPerPerson, options.Value.Connections);

    /// <summary>Connections now.</summary>
    public int Taken => _seats.Taken;

    /// <summary>Takes a seat for a person; false where there is none.</summary>
    public bool TryTake(Guid accountId) => _seats.TryTake(accountId);

    /// <summary>Gives a seat back.</summary>
    public void Leave(Guid accountId) => _seats.Leave(accountId);
}
