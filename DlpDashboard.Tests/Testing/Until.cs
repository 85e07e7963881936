using System.Diagnostics;

namespace DlpDashboard.Tests.Testing;

/// <summary>Waits for something that happens elsewhere, and fails if it does not.</summary>
public static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until it is so; fails after a minute.</summary>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <summary>Looks until it is so; fails after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < Limit, "It did not happen within a minute.");
            await Task.Delay(Look);
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
