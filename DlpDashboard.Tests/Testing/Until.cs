using System.Diagnostics;

namespace DlpDashboard.Tests.Testing;

/// <summary>Waits for something that happens elsewhere, and fails if it does not.</summary>
public static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks until it is so; fails after a minute.</summary>
    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    /// <summary>Looks until it is so; fails after a minute.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMinutes(1), "It did not happen within a minute.");
            await Task.Delay(Look);
        }
    }
}
