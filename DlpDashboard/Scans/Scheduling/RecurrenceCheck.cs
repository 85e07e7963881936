using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Which recurrences are well formed.</summary>
internal static class RecurrenceCheck
{
    private static readonly int[] Hours = [1, 2, 3, 4, 6, 8, 12];

    /// <summary>Due times that are looked at for the least interval.</summary>
    private const int Looked = 60;

    /// <summary>Every rule it breaks, each with its field.</summary>
    public static IEnumerable<Problem> Problems(Recurrence recurrence, string zone, TimeSpan least, DateTime nowUtc)
    {
        if (!RecurrenceClock.TryZone(zone, out _))
        {
            yield return Problem.Invalid("schedules.time-zone", "There is no such time zone. Choose one of the list, such as Europe/Berlin.", "timeZone");
            yield break;
        }

        if (Shape(recurrence) is { } shape)
        {
            yield return shape;
            yield break;
        }

        var clock = RecurrenceClock.Of(recurrence, zone);
        if (clock is null)
        {
            yield return Problem.Invalid("schedules.cron", "This is no cron expression. Write five fields (minute hour day month weekday), such as 30 6 * * 1-5.", "recurrence.cron");
            yield break;
        }

        var due = clock.After(nowUtc, Looked).ToList();
        if (due.Count == 0)
        {
            yield return Problem.Invalid("schedules.never", "This never comes: there is no such date. Choose other days.", "recurrence.cron");
        }
        else if (due.Zip(due.Skip(1), (first, second) => second - first).Any(gap => gap < least))
        {
            yield return Problem.Invalid("schedules.often", $"At least {least.TotalMinutes:0} minutes must lie between two runs. Let it run less often.", "recurrence.cron");
        }
    }

    private static Problem? Shape(Recurrence recurrence) => recurrence.Kind switch
    {
        RecurrenceKind.Hourly when !Hours.Contains(recurrence.EveryHours) =>
            Problem.Invalid("schedules.hours", "Let it run every 1, 2, 3, 4, 6, 8 or 12 hours, so that each day is the same.", "recurrence.everyHours"),
        RecurrenceKind.Hourly when recurrence.Minute is < 0 or > 59 =>
            Problem.Invalid("schedules.minute", "The minute lies between 0 and 59.", "recurrence.minute"),
        RecurrenceKind.Weekly when recurrence.Days.Count == 0 || recurrence.Days.Any(day => !Enum.IsDefined(day)) =>
            Problem.Invalid("schedules.days", "Choose at least one day of the week.", "recurrence.days"),
        RecurrenceKind.Monthly when recurrence.Week is null && recurrence.Day is < 0 or > 31 =>
            Problem.Invalid("schedules.day", "The day lies between 1 and 31; 0 is the last day of the month.", "recurrence.day"),
        RecurrenceKind.Monthly when recurrence.Week is not null && (recurrence.Week is < 1 or > 5 || recurrence.Days.Count != 1 || !Enum.IsDefined(recurrence.Days[0])) =>
            Problem.Invalid("schedules.week", "Choose the first to fourth or the last week, and one day of the week.", "recurrence.week"),
        _ => null,
    };
}
