using DlpDashboard.Data.Dialects;

namespace DlpDashboard.Scans.Pages;

/// <summary>Loads what a page shows from a database that may be away: the page says so, keeps what it has, and looks again by itself until there is an answer. One a page.</summary>
internal sealed class PatientReload(IDatabaseDialect dialect, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether the database did not answer the last time.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Loads, as often as it takes. Any other failure flies on.</summary>
    /// <param name="load">What to load.</param>
    /// <param name="changed"><see cref="IsAway"/> is another: draw it.</param>
    /// <param name="leaving">The page is left.</param>
    public async Task RunAsync(Func<Task> load, Action changed, CancellationToken leaving)
    {
        while (!await TryAsync(load, leaving))
        {
            Show(true, changed);
            await Task.Delay(Pause, time, leaving);
        }

        Show(false, changed);
    }

    private async Task<bool> TryAsync(Func<Task> load, CancellationToken leaving)
    {
        try
        {
            await load();
            return true;
        }
        catch (Exception failure) when (!leaving.IsCancellationRequested && dialect.FaultOf(failure) != DatabaseFault.None)
        {
            return false;
        }
    }

    private void Show(bool isAway, Action changed)
    {
        if (IsAway != isAway)
        {
            IsAway = isAway;
            changed();
        }
    }
}
