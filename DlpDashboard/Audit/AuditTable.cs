using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Audit;

/// <summary>The table of the trail. Each index serves one filter, newest first.</summary>
internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public const int MaxName = 200;
    public const int MaxDetails = 4000;

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorName).HasMaxLength(100);
        builder.Property(e => e.Action).HasMaxLength(60);
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.Property(e => e.SubjectId).HasMaxLength(100);
        builder.Property(e => e.SubjectName).HasMaxLength(MaxName);
        builder.Property(e => e.Details).HasMaxLength(MaxDetails);
        builder.HasIndex(e => new { e.OrganisationId, e.AtUtc, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.ActorId, e.AtUtc, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.Action, e.AtUtc, e.Id });
    }
}

/// <summary>The room's set.</summary>
internal static class AuditSets
{
    extension(DlpDbContext db)
    {
        /// <summary>The trail.</summary>
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
