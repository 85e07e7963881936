using Bunit;
using DlpDashboard.UI.Time;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.UI;

public sealed class PersonClockTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Times_are_in_the_zone_of_the_person()
    {
        using var clock = new PersonClock(new StageClock());
        Assert.Equal("20 Nov 2026, 12:00:00 UTC", clock.Full(Noon));
        clock.UseZone("Asia/Kolkata");
        Assert.Equal("20 Nov 2026, 17:30:00 UTC+05:30", clock.Full(Noon));
        clock.UseZone("America/St_Johns");
        Assert.Equal("20 Nov 2026, 08:30:00 UTC−03:30", clock.Full(Noon));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Nowhere/Land")]
    [InlineData("../../etc/passwd")]
    public void A_zone_nobody_knows_leaves_the_old_one(string? zone)
    {
        using var clock = new PersonClock(new StageClock());
        clock.UseZone("Europe/Berlin");
        clock.UseZone(zone);
        Assert.Equal("Europe/Berlin", clock.Zone.Id);
    }

    [Theory]
    [InlineData(10, "just now")]
    [InlineData(-10, "just now")]
    [InlineData(240, "4 min ago")]
    [InlineData(-7200, "in 2 h")]
    [InlineData(3590, "1 h ago")]
    [InlineData(86_400 * 12, "12 d ago")]
    [InlineData(86_400 * 90, "22 Aug 2026")]
    public void Ago_is_short_and_becomes_a_date(int secondsBefore, string shown)
    {
        using var clock = new PersonClock(new StageClock());
        Assert.Equal(shown, clock.Ago(Noon.AddSeconds(-secondsBefore)));
    }

    [Fact]
    public async Task A_time_on_the_page_grows_older_by_itself()
    {
        await using var stage = new Stage();
        var part = stage.Render<TimeAgo>(parameters => parameters.Add(time => time.Utc, Noon));
        Assert.Equal("just now", part.Find("time").TextContent);
        stage.Clock.Move(TimeSpan.FromMinutes(5));
        part.WaitForAssertion(() => Assert.Equal("5 min ago", part.Find("time").TextContent));
    }

    [Fact]
    public async Task A_time_is_drawn_anew_only_when_its_words_change()
    {
        await using var stage = new Stage();
        var part = stage.Render<TimeAgo>(parameters => parameters.Add(time => time.Utc, Noon.AddHours(-5)));
        var drawings = part.RenderCount;
        stage.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(drawings, part.RenderCount);
    }

    [Fact]
    public async Task The_zone_reaches_times_already_drawn()
    {
        await using var stage = new Stage();
        var part = stage.Render<LocalTime>(parameters => parameters.Add(time => time.Utc, Noon));
        Assert.Equal("12:00", part.Find("time").TextContent);
        stage.Services.GetRequiredService<PersonClock>().UseZone("Asia/Tokyo");
        part.WaitForAssertion(() => Assert.Equal("21:00", part.Find("time").TextContent));
    }
}
