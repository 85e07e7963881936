using System.Globalization;
using DlpDashboard.Scans.Scheduling;

namespace DlpDashboard.Tests.Scans.Scheduling;

public sealed class RecurrenceTests
{
    private const string Berlin = "Europe/Berlin";

    [Theory]
    [InlineData("2026-03-27T12:00", "2026-03-28T01:30,2026-03-29T01:30,2026-03-30T00:30")]
    [InlineData("2026-10-24T12:00", "2026-10-25T00:30,2026-10-26T01:30")]
    [InlineData("2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("2026-10-25T01:10", "2026-10-26T01:30")]
    public void Half_past_two_in_Berlin_comes_once_a_day_when_the_clock_changes(string after, string due) =>
        Assert.Equal(due.Split(','), Next(new Recurrence { Time = new(2, 30) }, after, due.Split(',').Length));

    [Fact]
    public void Every_hour_in_spring_has_no_gap_and_no_double()
    {
        var due = RecurrenceClock.Of(new Recurrence { Kind = RecurrenceKind.Hourly }, Berlin)!.After(Utc("2026-03-28T22:30"), 6).ToList();

        Assert.All(due.Zip(due.Skip(1)), pair => Assert.Equal(TimeSpan.FromHours(1), pair.Second - pair.First));
    }

    [Fact]
    public void Each_kind_comes_when_it_says()
    {
        Assert.Equal(["2026-11-21T12:15", "2026-11-21T16:15"], Next(new Recurrence { Kind = RecurrenceKind.Hourly, EveryHours = 4, Minute = 15 }, "2026-11-21T09:00", 2, "UTC"));
        Assert.Equal(["2026-11-23T06:00", "2026-11-27T06:00"], Next(new Recurrence { Kind = RecurrenceKind.Weekly, Days = [DayOfWeek.Friday, DayOfWeek.Monday], Time = new(6, 0) }, "2026-11-21T09:00", 2, "UTC"));
        Assert.Equal(["2026-12-31T06:00", "2027-01-31T06:00", "2027-03-31T06:00"], Next(new Recurrence { Kind = RecurrenceKind.Monthly, Day = 31, Time = new(6, 0) }, "2026-11-21T09:00", 3, "UTC"));
        Assert.Equal(["2026-11-30T06:00", "2026-12-31T06:00", "2027-01-31T06:00", "2027-02-28T06:00"], Next(new Recurrence { Kind = RecurrenceKind.Monthly, Day = 0, Time = new(6, 0) }, "2026-11-21T09:00", 4, "UTC"));
        Assert.Equal(["2026-12-01T06:00", "2027-01-05T06:00"], Next(new Recurrence { Kind = RecurrenceKind.Monthly, Week = 1, Days = [DayOfWeek.Tuesday], Time = new(6, 0) }, "2026-11-21T09:00", 2, "UTC"));
        Assert.Equal(["2026-11-29T06:00", "2026-12-27T06:00"], Next(new Recurrence { Kind = RecurrenceKind.Monthly, Week = 5, Days = [DayOfWeek.Sunday], Time = new(6, 0) }, "2026-11-21T09:00", 2, "UTC"));
    }

    [Theory]
    [InlineData("30 6 * * 1-5", "2026-11-23T06:30")]
    [InlineData("0 0 * * 7", "2026-11-22T00:00")]
    [InlineData("0 30 6 ? * MON-FRI", "2026-11-23T06:30")]
    [InlineData("0 0 12 L * ?", "2026-11-30T12:00")]
    public void Cron_is_read_with_five_fields_as_Unix_and_with_six_as_Quartz(string cron, string due) =>
        Assert.Equal([due], Next(new Recurrence { Kind = RecurrenceKind.Cron, Cron = cron }, "2026-11-21T09:00", 1, "UTC"));

    [Theory]
    [InlineData("", "recurrence.cron")]
    [InlineData("every day please", "recurrence.cron")]
    [InlineData("99 99 * * *", "recurrence.cron")]
    [InlineData("* * * * *", "recurrence.cron")]
    [InlineData("0/5 * * * * ?", "recurrence.cron")]
    [InlineData("0 0 0 30 2 ?", "recurrence.cron")]
    [InlineData("0 0 0 1 1 ? 1999", "recurrence.cron")]
    public void Cron_that_is_wrong_never_comes_or_comes_too_often_is_refused(string cron, string field) =>
        Assert.Equal(field, Problem(new Recurrence { Kind = RecurrenceKind.Cron, Cron = cron }, "UTC"));

    [Fact]
    public void Hostile_parts_are_refused_at_their_field()
    {
        Assert.Equal("recurrence.cron", Problem(new Recurrence { Kind = RecurrenceKind.Cron, Cron = new string('*', 100_000) }, "UTC"));
        Assert.Equal("recurrence.cron", Problem(new Recurrence { Kind = RecurrenceKind.Cron, Cron = null }, "UTC"));
        Assert.Equal("recurrence.everyHours", Problem(new Recurrence { Kind = RecurrenceKind.Hourly, EveryHours = 0 }, "UTC"));
        Assert.Equal("recurrence.minute", Problem(new Recurrence { Kind = RecurrenceKind.Hourly, Minute = 60 }, "UTC"));
        Assert.Equal("recurrence.days", Problem(new Recurrence { Kind = RecurrenceKind.Weekly, Days = [] }, "UTC"));
        Assert.Equal("recurrence.days", Problem(new Recurrence { Kind = RecurrenceKind.Weekly, Days = [(DayOfWeek)9] }, "UTC"));
        Assert.Equal("recurrence.day", Problem(new Recurrence { Kind = RecurrenceKind.Monthly, Day = 32 }, "UTC"));
        Assert.Equal("recurrence.week", Problem(new Recurrence { Kind = RecurrenceKind.Monthly, Week = 6, Days = [DayOfWeek.Monday] }, "UTC"));
        Assert.Equal("timeZone", Problem(new Recurrence(), "Mars/Olympus"));
        Assert.Equal("timeZone", Problem(new Recurrence(), "../../../etc/passwd"));
        Assert.Null(Problem(new Recurrence(), Berlin));
    }

    [Theory]
    [InlineData(RecurrenceKind.Weekly, "Every weekday at 06:00, Europe/Berlin")]
    [InlineData(RecurrenceKind.Daily, "Every day at 06:00, Europe/Berlin")]
    [InlineData(RecurrenceKind.Monthly, "On the last day of each month at 06:00, Europe/Berlin")]
    public void A_recurrence_is_said_in_words(RecurrenceKind kind, string words) =>
        Assert.Equal(words, RecurrenceWords.Of(
            new Recurrence { Kind = kind, Time = new(6, 0), Day = 0, Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] }, Berlin));

    private static string[] Next(Recurrence recurrence, string after, int count, string zone = Berlin) =>
        [.. RecurrenceClock.Of(recurrence, zone)!.After(Utc(after), count).Select(due => due.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))];

    private static string? Problem(Recurrence recurrence, string zone) =>
        RecurrenceCheck.Problems(recurrence, zone, TimeSpan.FromMinutes(15), Utc("2026-11-21T09:00")).FirstOrDefault()?.Field;

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
