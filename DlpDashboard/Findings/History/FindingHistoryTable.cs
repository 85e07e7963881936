using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Findings.History;

/// <summary>One index, the key, serves all: a scan's changes in order, and what goes with a scan or an endpoint. A first scan writes a row for each finding, so a second would be felt.</summary>
internal sealed class ScanFindingChangeTable : IEntityTypeConfiguration<ScanFindingChange>
{
    public void Configure(EntityTypeBuilder<ScanFindingChange> builder)
    {
        builder.ToTable("ScanFindingChanges");
        builder.HasKey(c => new { c.EndpointId, c.ScanId, c.FindingId });
    }
}

internal sealed class ScanFindingTotalTable : IEntityTypeConfiguration<ScanFindingTotal>
{
    public void Configure(EntityTypeBuilder<ScanFindingTotal> builder)
    {
        builder.ToTable("ScanFindingTotals");
        builder.HasKey(t => t.ScanId);
        builder.Property(t => t.ScanId).ValueGeneratedNever();
        builder.HasIndex(t => new { t.EndpointId, t.AtUtc, t.ScanId });
    }
}

internal static class FindingHistorySets
{
    extension(DlpDbContext db)
    {
        /// <summary>What scans changed.</summary>
        public DbSet<ScanFindingChange> ScanFindingChanges => db.Set<ScanFindingChange>();

        /// <summary>The points of the trends.</summary>
        public DbSet<ScanFindingTotal> ScanFindingTotals => db.Set<ScanFindingTotal>();
    }
}
