using DlpDashboard.Web.Limits;

namespace DlpDashboard.Tests.Web;

public sealed class SeatCountTests
{
    private readonly Guid _one = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    private readonly Guid _other = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    [Fact]
    public void A_person_gets_no_more_than_one_may_and_others_still_get_theirs()
    {
        var seats = new SeatCount(perPerson: 2, inAll: 10);
        Assert.True(seats.TryTake(_one));
        Assert.True(seats.TryTake(_one));
        Assert.False(seats.TryTake(_one));
        Assert.True(seats.IsFullFor(_one));
        Assert.False(seats.IsFullFor(_other));
        Assert.True(seats.TryTake(_other));
        Assert.Equal(3, seats.Taken);
    }

    [Fact]
    public void All_together_get_no_more_than_there_are()
    {
        var seats = new SeatCount(perPerson: 2, inAll: 3);
        Assert.True(seats.TryTake(_one));
        Assert.True(seats.TryTake(_one));
        Assert.True(seats.TryTake(_other));
        Assert.True(seats.IsFull);
        Assert.False(seats.TryTake(_other));
        seats.Leave(_one);
        Assert.True(seats.TryTake(_other));
    }

    [Fact]
    public void Who_comes_back_gets_in_beyond_the_limit_and_leaves_it_as_it_was()
    {
        var seats = new SeatCount(perPerson: 1, inAll: 1);
        seats.Take(_one);
        seats.Take(_one);
        seats.Leave(_one);
        Assert.False(seats.TryTake(_one));
        seats.Leave(_one);
        Assert.Equal(0, seats.Taken);
        Assert.True(seats.TryTake(_one));
    }

    [Fact]
    public void Racing_takers_never_get_more_than_there_are()
    {
        var seats = new SeatCount(perPerson: 50, inAll: 1000);
        var taken = 0;
        Parallel.For(0, 500, _ =>
        {
            if (seats.TryTake(_one))
            {
                Interlocked.Increment(ref taken);
            }
        });

        // A race may refuse one more than it must, but never grants one too many.
        Assert.InRange(taken, 1, 50);
        Assert.Equal(taken, seats.Taken);
    }
}
