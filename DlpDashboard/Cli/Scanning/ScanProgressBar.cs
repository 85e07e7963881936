using System.Globalization;

namespace DlpDashboard.Cli.Scanning;

/// <summary>A line on the terminal that shows how far a scan is, redrawn five times a second.</summary>
internal sealed class ScanProgressBar(ScanTotals totals, TextWriter terminal, TimeProvider time)
{
    private const int Width = 24;

    /// <summary>Draws until cancelled, then wipes the line.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await terminal.WriteAsync("\r" + Draw(time.GetElapsedTime(start)));
            }
        }
        catch (OperationCanceledException)
        {
            await terminal.WriteAsync("\r" + new string(' ', 100) + "\r");
        }
    }

    private string Draw(TimeSpan elapsed)
    {
        var (objects, bytes) = totals.Listed;
        var read = totals.BytesRead;
        var share = bytes == 0 ? 0 : Math.Min(1, (double)totals.Bytes / bytes);
        var filled = (int)(share * Width);
        var rate = read / 1e6 / Math.Max(0.001, elapsed.TotalSeconds);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', Width - filled)}] {totals.Objects:N0} of {objects:N0}{(totals.IsListed ? "" : "+")} objects  {rate:N0} MB/s  {totals.Findings:N0} findings");
        return line.PadRight(100)[..100];
    }
}
