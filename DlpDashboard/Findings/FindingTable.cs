using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Findings;

/// <summary>The table of findings. Each index serves one filter of the list, newest first, without sorting.</summary>
internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("Findings");

        // Room on each page for a row that is seen again: it stays there, and no index has to be told (PostgreSQL's HOT updates).
        builder.HasStorageParameter("fillfactor", 70);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Bucket).HasMaxLength(Finding.MaxBucket);
        builder.Property(f => f.ObjectKey).HasMaxLength(Finding.MaxKey);
        builder.Property(f => f.DetectorId).HasMaxLength(60);
        builder.Property(f => f.Category).HasMaxLength(30);
        builder.Property(f => f.StatusBy).HasMaxLength(100);
        builder.Property(f => f.StatusReason).HasMaxLength(500);
        builder.HasIndex(f => new { f.OrganisationId, f.FirstSeenUtc, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.EndpointId, f.FirstSeenUtc, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.DetectorId, f.FirstSeenUtc, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.Severity, f.FirstSeenUtc, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.Status, f.FirstSeenUtc, f.Id });
        builder.HasIndex(f => f.ObjectId);

        // For the retention of samples: only what somebody or a scan has decided on, and still has samples.
        builder.HasIndex(f => new { f.OrganisationId, f.StatusAtUtc }).HasFilter("\"StatusAtUtc\" IS NOT NULL AND \"SamplesRemovedUtc\" IS NULL");
    }
}

internal sealed class FindingTotalTable : IEntityTypeConfiguration<FindingTotal>
{
    public void Configure(EntityTypeBuilder<FindingTotal> builder)
    {
        builder.ToTable("FindingTotals");
        builder.HasKey(t => new { t.OrganisationId, t.EndpointId, t.DetectorId, t.Severity, t.Status });
        builder.Property(t => t.DetectorId).HasMaxLength(60);
    }
}

internal sealed class BucketFindingTotalTable : IEntityTypeConfiguration<BucketFindingTotal>
{
    public void Configure(EntityTypeBuilder<BucketFindingTotal> builder)
    {
        builder.ToTable("BucketFindingTotals");
        builder.HasKey(t => new { t.BucketId, t.DetectorId, t.Severity, t.Likelihood, t.Status });
        builder.Property(t => t.DetectorId).HasMaxLength(60);
        builder.Property(t => t.Category).HasMaxLength(30);
        builder.Property(t => t.Bucket).HasMaxLength(Finding.MaxBucket);
        builder.HasIndex(t => t.EndpointId);
    }
}

internal sealed class FindingStatusChangeTable : IEntityTypeConfiguration<FindingStatusChange>
{
    public void Configure(EntityTypeBuilder<FindingStatusChange> builder)
    {
        builder.ToTable("FindingStatusChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.By).HasMaxLength(100);
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.HasIndex(c => new { c.FindingId, c.AtUtc });
        builder.HasIndex(c => new { c.OrganisationId, c.EndpointId });
    }
}

/// <summary>The room's sets.</summary>
internal static class FindingSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Findings.</summary>
        public DbSet<Finding> Findings => db.Set<Finding>();

        /// <summary>The roll-up.</summary>
        public DbSet<FindingTotal> FindingTotals => db.Set<FindingTotal>();

        /// <summary>The roll-up by bucket.</summary>
        public DbSet<BucketFindingTotal> BucketFindingTotals => db.Set<BucketFindingTotal>();

        /// <summary>The steps of triage.</summary>
        public DbSet<FindingStatusChange> FindingStatusChanges => db.Set<FindingStatusChange>();
    }
}
