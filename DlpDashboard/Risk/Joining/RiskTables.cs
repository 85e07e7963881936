using DlpDashboard.Data;
using DlpDashboard.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Risk.Joining;

/// <summary>The riskiest first: each list is one index.</summary>
internal sealed class BucketRiskTable : IEntityTypeConfiguration<BucketRisk>
{
    public void Configure(EntityTypeBuilder<BucketRisk> builder)
    {
        builder.ToTable("BucketRisks");
        builder.HasKey(r => r.BucketId);
        builder.Property(r => r.BucketId).ValueGeneratedNever();
        builder.Property(r => r.Bucket).HasMaxLength(Finding.MaxBucket);
        builder.Property(r => r.Region).HasMaxLength(60);
        builder.Property(r => r.Anonymous).HasMaxLength(40);
        builder.Property(r => r.TypesJson).HasMaxLength(4_000);
        builder.HasIndex(r => new { r.OrganisationId, r.Rank, r.BucketId });
        builder.HasIndex(r => new { r.OrganisationId, r.Exposure, r.Band, r.Rank, r.BucketId });
        builder.HasIndex(r => new { r.EndpointId, r.Rank, r.BucketId });
    }
}

internal sealed class BucketCoverageTable : IEntityTypeConfiguration<BucketCoverage>
{
    public void Configure(EntityTypeBuilder<BucketCoverage> builder)
    {
        builder.ToTable("BucketCoverages");
        builder.HasKey(c => c.BucketId);
        builder.Property(c => c.BucketId).ValueGeneratedNever();
        builder.Property(c => c.Bucket).HasMaxLength(Finding.MaxBucket);
        builder.HasIndex(c => c.EndpointId);
    }
}

internal sealed class BucketRiskDayTable : IEntityTypeConfiguration<BucketRiskDay>
{
    public void Configure(EntityTypeBuilder<BucketRiskDay> builder)
    {
        builder.ToTable("BucketRiskDays");
        builder.HasKey(d => new { d.BucketId, d.DayUtc });
        builder.HasIndex(d => d.EndpointId);
    }
}

/// <summary>The room's sets.</summary>
internal static class RiskSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Joined risks.</summary>
        public DbSet<BucketRisk> BucketRisks => db.Set<BucketRisk>();

        /// <summary>What scans have read of buckets.</summary>
        public DbSet<BucketCoverage> BucketCoverages => db.Set<BucketCoverage>();

        /// <summary>Risks by day.</summary>
        public DbSet<BucketRiskDay> BucketRiskDays => db.Set<BucketRiskDay>();
    }
}
