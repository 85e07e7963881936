using System.Globalization;

namespace DlpDashboard.UI.Time;

/// <summary>
/// Time as the person of this circuit reads it: their zone (read once from the browser; UTC until then) and one shared tick for all relative times, so that a page of a hundred has one timer.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class PersonClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private ITimer? _timer;
    private Action? _ticked;

    /// <summary>The zone became known or changed.</summary>
    public event Action? ZoneChanged;

    /// <summary>Every 15 seconds while somebody listens, on a pool thread.</summary>
    public event Action Ticked
    {
        add
        {
            _ticked += value;
            _timer ??= time.CreateTimer(_ => _ticked?.Invoke(), null, Beat, Beat);
        }
        remove => _ticked -= value;
    }

    /// <summary>The person's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Now, UTC.</summary>
    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the browser's IANA zone; a name this server does not know leaves UTC.</summary>
    public void UseZone(string? ianaName)
    {
        if (ianaName is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(ianaName, out var zone) && !zone.Equals(Zone))
        {
            Zone = zone;
            ZoneChanged?.Invoke();
        }
    }

    /// <summary>"20 Nov 2026, 23:31:05" in the person's zone.</summary>
    public string Full(DateTime utc) => Local(utc).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture) + " " + ZoneName(utc);

    /// <summary>"23:31" today, "20 Nov, 23:31" this year, "20 Nov 2025, 23:31" else.</summary>
    public string Short(DateTime utc)
    {
        var local = Local(utc);
        var now = Local(NowUtc);
        var format = local.Date == now.Date ? "HH:mm" : local.Year == now.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>"just now", "4 min ago", "in 2 h", "yesterday", "12 d ago"; a date from 60 days on.</summary>
    public string Ago(DateTime utc)
    {
        var passed = NowUtc - utc;
        var size = passed.Duration();
        if (size < TimeSpan.FromSeconds(45))
        {
            return "just now";
        }

        if (size >= TimeSpan.FromDays(60))
        {
            return Local(utc).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        }

        var amount = size switch
        {
            { TotalMinutes: < 59.5 } => $"{Math.Max(1, Math.Round(size.TotalMinutes))} min",
            { TotalHours: < 23.5 } => $"{Math.Round(size.TotalHours)} h",
            _ => $"{Math.Round(size.TotalDays)} d",
        };
        return passed > TimeSpan.Zero ? $"{amount} ago" : $"in {amount}";
    }

    /// <summary>The same instant on the person's wall clock.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    private string ZoneName(DateTime utc)
    {
        var offset = Zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return offset == TimeSpan.Zero ? "UTC" : $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
    }
}
