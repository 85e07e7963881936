using System.Globalization;
using DlpDashboard.Kernel;
using DlpDashboard.UI.Forms;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Scans.Scheduling.Pages;

/// <summary>The editor of a recurrence.</summary>
public sealed partial class RecurrenceFields
{
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private static readonly List<Option> Kinds =
    [
        new("Hourly", "Hourly"), new("Daily", "Daily"), new("Weekly", "Weekly"), new("Monthly", "Monthly"), new("Cron", "By cron expression"),
    ];

    private static readonly List<Option> Hours = [.. new[] { 1, 2, 3, 4, 6, 8, 12 }.Select(hours => new Option(Number(hours), hours == 1 ? "1 hour" : $"{hours} hours"))];

    private static readonly List<Option> MonthDays =
    [
        .. Enumerable.Range(1, 31).Select(day => new Option(Number(day), $"Day {day}")),
        new("0", "The last day"),
        new("w1", "The first …"), new("w2", "The second …"), new("w3", "The third …"), new("w4", "The fourth …"), new("w5", "The last …"),
    ];

    private static readonly Lazy<IReadOnlyList<string>> Zones = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/') || id == "UTC").Order(StringComparer.Ordinal)]);

    /// <summary>When.</summary>
    [Parameter, EditorRequired]
    public Recurrence Value { get; set; } = new();

    /// <summary>Another time; not checked.</summary>
    [Parameter, EditorRequired]
    public EventCallback<Recurrence> ValueChanged { get; set; }

    /// <summary>In which zone.</summary>
    [Parameter, EditorRequired]
    public string Zone { get; set; } = "UTC";

    /// <summary>Another zone; not checked.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> ZoneChanged { get; set; }

    /// <summary>Its next times, UTC; null where it breaks a rule.</summary>
    [Parameter]
    public IReadOnlyList<DateTime>? Next { get; set; }

    /// <summary>What to say at which fields.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    private string MonthDay => Value.Week is { } week ? $"w{week}" : Number(Value.Day);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string? text, int otherwise) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private Recurrence WithMonthDay(string day) => day[0] == 'w'
        ? Value with { Week = Whole(day[1..], 1), Days = [Value.Days.Count > 0 ? Value.Days[0] : DayOfWeek.Monday] }
        : Value with { Week = null, Day = Whole(day, 1) };

    /// <summary>Several in a week, one in a month.</summary>
    private Recurrence WithDay(DayOfWeek day) => Value.Kind == RecurrenceKind.Monthly
        ? Value with { Days = [day] }
        : Value with { Days = Value.Days.Contains(day) ? [.. Value.Days.Where(other => other != day)] : [.. Value.Days, day] };

    private string InZone(DateTime due) => RecurrenceClock.TryZone(Zone, out var zone)
        ? TimeZoneInfo.ConvertTimeFromUtc(due, zone).ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)
        : "";

    private Task ChangeAsync(Recurrence value) => ValueChanged.InvokeAsync(value);

    private string? Of(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Sentence;
}
