using Quartz;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>
/// When a recurrence is due. Cron runs on the wall clock of the zone: a time that the clock skips in spring comes after the gap, by as much as it
/// lies in it; one that comes twice in autumn is due the first time only.
/// </summary>
internal sealed class RecurrenceClock
{
    private const int MaxLength = 200;
    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    private RecurrenceClock(CronExpression cron, TimeZoneInfo zone)
    {
        _cron = cron;
        _zone = zone;
    }

    /// <summary>The clock, or null where the parts make no cron expression or the zone is unknown.</summary>
    public static RecurrenceClock? Of(Recurrence recurrence, string zone) =>
        TryZone(zone, out var found) && Parse(recurrence.ToQuartz()) is { } cron ? new RecurrenceClock(cron, found) : null;

    /// <summary>Whether a zone of the IANA database is known here.</summary>
    public static bool TryZone(string id, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        return id.Length is > 0 and <= 100 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone!);
    }

    /// <summary>The next times after a moment, in UTC; fewer where there are no more.</summary>
    public IEnumerable<DateTime> After(DateTime utc, int count)
    {
        var last = utc;
        var wall = TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
        while (count > 0)
        {
            if (_cron.GetNextValidTimeAfter(new DateTimeOffset(wall, TimeSpan.Zero)) is not { } next)
            {
                yield break;
            }

            wall = next.DateTime;
            var due = ToUtc(wall);
            if (due > last)
            {
                last = due;
                count--;
                yield return due;
            }
        }
    }

    /// <summary>The next time after a moment, or null where there is none.</summary>
    public DateTime? Next(DateTime utc) => After(utc, 1).Select(due => (DateTime?)due).FirstOrDefault();

    private DateTime ToUtc(DateTime wall)
    {
        var time = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(time))
        {
            return DateTime.SpecifyKind(time - _zone.GetUtcOffset(time.AddDays(-1)), DateTimeKind.Utc);
        }

        var offset = _zone.IsAmbiguousTime(time) ? _zone.GetAmbiguousTimeOffsets(time).Max() : _zone.GetUtcOffset(time);
        return DateTime.SpecifyKind(time - offset, DateTimeKind.Utc);
    }

    private static CronExpression? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }

        var isUnix = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 5;
        return CronExpression.TryParse(text, isUnix ? CronFormat.Unix : CronFormat.Quartz, out var cron) ? cron.WithTimeZone(TimeZoneInfo.Utc) : null;
    }
}
