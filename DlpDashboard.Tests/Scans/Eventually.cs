namespace DlpDashboard.Tests.Scans;

/// <summary>Waits for what another task will bring about; never for ever.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo())
        {
            await beat.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Waits for a sign from a task under way; where the task ends without it, its failure is told.</summary>
    public static async Task FirstAsync(Task sign, Task work)
    {
        if (await Task.WhenAny(sign, work).WaitAsync(Limit) == work)
        {
            await work;
            Assert.True(sign.IsCompleted, "The work ended before its sign.");
        }
    }
}
