using DlpDashboard.UI;

namespace DlpDashboard.Tests.UI;

public sealed class LeavingTests
{
    [Fact]
    public async Task What_goes_on_after_the_end_finds_itself_cancelled_and_does_not_fail()
    {
        var leaving = new Leaving();
        Assert.False(leaving.IsCancellationRequested);
        await leaving.CancelAsync();
        leaving.Dispose();
        Assert.True(leaving.Token.IsCancellationRequested);
        Assert.True(leaving.IsCancellationRequested);
        Assert.Throws<OperationCanceledException>(() => leaving.Token.ThrowIfCancellationRequested());
    }
}
