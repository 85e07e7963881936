using DlpDashboard.Web.Limits;

namespace DlpDashboard.Tests.Web;

public sealed class RequestBudgetTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void A_burst_may_use_a_minutes_worth_and_no_more()
    {
        var budget = new RequestBudget(10, _clock);
        var answers = Enumerable.Range(0, 11).Select(_ => budget.Take("somebody")).ToList();
        Assert.All(answers.Take(10), answer => Assert.True(answer.Granted));
        Assert.False(answers[10].Granted);
        Assert.Equal(6, answers[10].RetryAfterSeconds);
        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0], answers.Select(answer => answer.Remaining));
    }

    [Fact]
    public void Waiting_as_long_as_told_is_enough()
    {
        var budget = new RequestBudget(10, _clock);
        for (var i = 0; i < 10; i++)
        {
            budget.Take("somebody");
        }

        _clock.Step(TimeSpan.FromSeconds(budget.Take("somebody").RetryAfterSeconds));
        Assert.True(budget.Take("somebody").Granted);
        Assert.False(budget.Take("somebody").Granted);
    }

    [Fact]
    public void A_minute_gives_the_whole_budget_back()
    {
        var budget = new RequestBudget(3, _clock);
        budget.Take("somebody");
        budget.Take("somebody");
        _clock.Step(TimeSpan.FromMinutes(1));
        Assert.Equal(2, budget.Take("somebody").Remaining);
    }

    [Fact]
    public void Callers_do_not_share_a_budget()
    {
        var budget = new RequestBudget(1, _clock);
        Assert.True(budget.Take("one").Granted);
        Assert.False(budget.Take("one").Granted);
        Assert.True(budget.Take("other").Granted);
    }

    [Fact]
    public void Racing_requests_never_get_more_than_the_budget()
    {
        var budget = new RequestBudget(100, _clock);
        var granted = 0;
        Parallel.For(0, 1000, _ =>
        {
            if (budget.Take("somebody").Granted)
            {
                Interlocked.Increment(ref granted);
            }
        });
        Assert.Equal(100, granted);
    }

    [Fact]
    public void A_flood_of_callers_does_not_stay_in_memory()
    {
        var budget = new RequestBudget(1000, _clock);
        for (var i = 0; i < 60_000; i++)
        {
            budget.Take($"caller {i}");
            _clock.Step(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(budget.Callers, 1, 50_001);
    }

    private sealed class SteppedClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Step(TimeSpan by) => _now += by;
    }
}
