using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DlpDashboard.Data;

/// <summary>
/// Every time in the database is UTC, to the microsecond: PostgreSQL keeps no finer grain, and a keyset cursor must equal the stored value.
/// </summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => Truncate(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime Truncate(DateTime value) =>
        new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
