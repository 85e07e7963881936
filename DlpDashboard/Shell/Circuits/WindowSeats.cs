using DlpDashboard.Web.Limits;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Shell.Circuits;

/// <summary>
/// The open windows. Connections are counted beside them with twice the room: one that comes back may meet its own old connection, which nobody noticed to be dead yet.
/// </summary>
internal sealed class WindowSeats(IOptions<WindowOptions> options)
{
    /// <summary>Windows that are drawn and connected.</summary>
    public SeatCount Windows { get; } = new(options.Value.PerPerson, options.Value.InAll);

    /// <summary>Connections, whatever they are for.</summary>
    public SeatCount Connections { get; } = new(2 * options.Value.PerPerson, 2 * options.Value.InAll);

    /// <summary>Why another window of the account would be refused; null where it would not.</summary>
    public WindowRefusal? RefusalFor(Guid accountId) =>
        Windows.IsFullFor(accountId) ? WindowRefusal.Person : Windows.IsFull ? WindowRefusal.Everybody : null;
}
