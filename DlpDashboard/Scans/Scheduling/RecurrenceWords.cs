using System.Globalization;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Recurrences in words: "Every weekday at 06:00, Europe/Berlin".</summary>
internal static class RecurrenceWords
{
    private static readonly string[] Weeks = ["first", "second", "third", "fourth", "last"];

    /// <summary>The sentence, with the zone.</summary>
    public static string Of(Recurrence recurrence, string zone) => $"{When(recurrence)}, {zone}";

    /// <summary>A day as people write it: "Monday".</summary>
    public static string Of(DayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day);

    private static string When(Recurrence recurrence)
    {
        var at = recurrence.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return recurrence.Kind switch
        {
            RecurrenceKind.Hourly when recurrence.EveryHours == 1 => $"Every hour at minute {recurrence.Minute}",
            RecurrenceKind.Hourly => $"Every {recurrence.EveryHours} hours at minute {recurrence.Minute}",
            RecurrenceKind.Daily => $"Every day at {at}",
            RecurrenceKind.Weekly => $"Every {Days(recurrence.Days)} at {at}",
            RecurrenceKind.Monthly when recurrence.Week is { } week && recurrence.Days.Count > 0 => $"Every {Weeks[Math.Clamp(week, 1, 5) - 1]} {Of(recurrence.Days[0])} of the month at {at}",
            RecurrenceKind.Monthly when recurrence.Day == 0 => $"On the last day of each month at {at}",
            RecurrenceKind.Monthly => $"On day {recurrence.Day} of each month at {at}",
            _ => $"As “{recurrence.Cron}” says",
        };
    }

    private static string Days(IReadOnlyList<DayOfWeek> days)
    {
        var chosen = days.Distinct().OrderBy(day => ((int)day + 6) % 7).ToList();
        var isWeekend = chosen.TrueForAll(day => day is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return chosen.Count switch
        {
            7 => "day",
            5 when chosen.TrueForAll(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) => "weekday",
            2 when isWeekend => "Saturday and Sunday",
            _ => string.Join(", ", chosen.Select(Of)),
        };
    }
}
