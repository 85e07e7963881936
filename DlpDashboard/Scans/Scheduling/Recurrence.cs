using System.Globalization;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>When a schedule is due, in the wall-clock time of its zone. Kept as JSON; which parts count depends on <see cref="Kind"/>.</summary>
public sealed record Recurrence
{
    /// <summary>How it repeats.</summary>
    public RecurrenceKind Kind { get; init; } = RecurrenceKind.Daily;

    /// <summary>Hourly: every 1, 2, 3, 4, 6, 8 or 12 hours, counted from midnight.</summary>
    public int EveryHours { get; init; } = 1;

    /// <summary>Hourly: the minute of the hour.</summary>
    public int Minute { get; init; }

    /// <summary>Daily, weekly and monthly: the time of day, to the minute.</summary>
    public TimeOnly Time { get; init; } = new(2, 0);

    /// <summary>Weekly: at least one day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Monthly, where <see cref="Week"/> is null: the day from 1 to 31, or 0 for the last. A month without that day is left out.</summary>
    public int Day { get; init; } = 1;

    /// <summary>Monthly by weekday: the first of <see cref="Days"/> in this week of the month, from 1 to 4, or 5 for the last.</summary>
    public int? Week { get; init; }

    /// <summary>Cron: five fields as Unix has them, or six or seven as Quartz has them.</summary>
    public string? Cron { get; init; }

    /// <summary>The same as a Quartz cron expression; nothing where the parts make none.</summary>
    internal string? ToQuartz() => Kind switch
    {
        RecurrenceKind.Hourly => Text($"0 {Minute} 0/{EveryHours} * * ?"),
        RecurrenceKind.Daily => Text($"0 {Time.Minute} {Time.Hour} * * ?"),
        RecurrenceKind.Weekly when Days.Count > 0 => Text($"0 {Time.Minute} {Time.Hour} ? * {string.Join(',', Days.Distinct().Order().Select(day => (int)day + 1))}"),
        RecurrenceKind.Monthly when Week is null => Text($"0 {Time.Minute} {Time.Hour} {(Day == 0 ? "L" : Day.ToString(CultureInfo.InvariantCulture))} * ?"),
        RecurrenceKind.Monthly when Days.Count > 0 => Text($"0 {Time.Minute} {Time.Hour} ? * {(int)Days[0] + 1}{(Week == 5 ? "L" : $"#{Week}")}"),
        RecurrenceKind.Cron => Cron,
        _ => null,
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
