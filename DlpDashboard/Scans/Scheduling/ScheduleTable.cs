using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Scans.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Scans.Scheduling;

internal sealed class ScanScheduleTable : IEntityTypeConfiguration<ScanSchedule>
{
    public void Configure(EntityTypeBuilder<ScanSchedule> builder)
    {
        builder.ToTable("ScanSchedules");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(ScanSchedule.NameLength);
        builder.Property(s => s.OwnerName).HasMaxLength(100);
        builder.Property(s => s.TimeZone).HasMaxLength(100);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Plan).HasConversion(
            plan => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<ScanPlan>(text, JsonSerializerOptions.Web) ?? ScanPlan.Everything);
        builder.Property(s => s.Recurrence).HasConversion(
            recurrence => JsonSerializer.Serialize(recurrence, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<Recurrence>(text, JsonSerializerOptions.Web) ?? new Recurrence());
        builder.HasIndex(s => new { s.OrganisationId, s.CreatedUtc, s.Id });
        builder.HasIndex(s => s.EndpointId);
    }
}

internal sealed class ScheduleFiringTable : IEntityTypeConfiguration<ScheduleFiring>
{
    public void Configure(EntityTypeBuilder<ScheduleFiring> builder)
    {
        builder.ToTable("ScheduleFirings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.AskedBy).HasMaxLength(100);
        builder.Property(f => f.Reason).HasMaxLength(ScheduleFiring.ReasonLength);
        builder.HasIndex(f => new { f.ScheduleId, f.AtUtc, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.AtUtc, f.Id });
    }
}

internal static class ScheduleSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Schedules.</summary>
        public DbSet<ScanSchedule> ScanSchedules => db.Set<ScanSchedule>();

        /// <summary>Their histories.</summary>
        public DbSet<ScheduleFiring> ScheduleFirings => db.Set<ScheduleFiring>();
    }
}
