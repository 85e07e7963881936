using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Storage.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Storage.Keeping;

/// <summary>The largest first: the usual list is one index, ten thousand buckets or ten.</summary>
internal sealed class StorageBucketTable : IEntityTypeConfiguration<StorageBucket>
{
    public void Configure(EntityTypeBuilder<StorageBucket> builder)
    {
        builder.ToTable("StorageBuckets");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Provider).HasMaxLength(40);
        builder.Property(b => b.Name).HasMaxLength(StorageBucket.MaxName);
        builder.Property(b => b.SearchName).HasMaxLength(StorageBucket.MaxName);
        builder.Property(b => b.Region).HasMaxLength(60);
        builder.Property(b => b.Currency).HasMaxLength(3);
        builder.Property(b => b.Failure).HasMaxLength(StorageMeasure.MaxFailure);
        builder.HasIndex(b => new { b.OrganisationId, b.Bytes, b.Id });
        builder.HasIndex(b => new { b.EndpointId, b.Bytes, b.Id });
        builder.HasIndex(b => new { b.EndpointId, b.LastMeasureId });
    }
}

internal sealed class BucketFiguresTable : IEntityTypeConfiguration<BucketFiguresRow>
{
    public void Configure(EntityTypeBuilder<BucketFiguresRow> builder)
    {
        builder.ToTable("StorageFigures");
        builder.HasKey(f => f.BucketId);
        builder.Property(f => f.BucketId).ValueGeneratedNever();
        builder.HasIndex(f => f.EndpointId);
    }
}

internal sealed class MeasureCheckpointTable : IEntityTypeConfiguration<MeasureCheckpoint>
{
    public void Configure(EntityTypeBuilder<MeasureCheckpoint> builder)
    {
        builder.ToTable("StorageCheckpoints");
        builder.HasKey(c => c.BucketId);
        builder.Property(c => c.BucketId).ValueGeneratedNever();
        builder.HasIndex(c => c.EndpointId);
    }
}

internal sealed class StorageSnapshotTable : IEntityTypeConfiguration<StorageSnapshot>
{
    public void Configure(EntityTypeBuilder<StorageSnapshot> builder)
    {
        builder.ToTable("StorageSnapshots");
        builder.HasKey(s => new { s.ScopeId, s.Day });
        builder.HasIndex(s => s.EndpointId);
        builder.HasIndex(s => new { s.Day, s.ScopeId });
    }
}

internal sealed class StorageMeasureTable : IEntityTypeConfiguration<StorageMeasure>
{
    /// <summary>The index by which the database itself allows one measure of an endpoint at a time.</summary>
    public const string OneAtATime = "IX_StorageMeasures_OneAtATime";

    public void Configure(EntityTypeBuilder<StorageMeasure> builder)
    {
        builder.ToTable("StorageMeasures");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AskedBy).HasMaxLength(100);
        builder.Property(r => r.LeaseOwner).HasMaxLength(100);
        builder.Property(r => r.Failure).HasMaxLength(LeasedRun.MaxFailure);
        builder.Property(r => r.LeaseToken).IsConcurrencyToken();
        builder.Ignore(r => r.HasEnded);

        // Quoted names read the same in PostgreSQL and, with its standard settings, in SQL Server.
        builder.HasIndex(r => r.EndpointId, OneAtATime).IsUnique().HasFilter($"\"State\" <= {(int)LeaseState.Running}");
        builder.HasIndex(r => new { r.EndpointId, r.AskedUtc, r.Id });
        builder.HasIndex(r => new { r.State, r.AskedUtc, r.Id });
    }
}

/// <summary>The room's sets.</summary>
internal static class StorageSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Buckets as they were measured last.</summary>
        public DbSet<StorageBucket> StorageBuckets => db.Set<StorageBucket>();

        /// <summary>How they are made up.</summary>
        public DbSet<BucketFiguresRow> StorageFigures => db.Set<BucketFiguresRow>();

        /// <summary>Listings under way.</summary>
        public DbSet<MeasureCheckpoint> StorageCheckpoints => db.Set<MeasureCheckpoint>();

        /// <summary>Sizes by day.</summary>
        public DbSet<StorageSnapshot> StorageSnapshots => db.Set<StorageSnapshot>();

        /// <summary>Measures that wait, run or ended.</summary>
        public DbSet<StorageMeasure> StorageMeasures => db.Set<StorageMeasure>();
    }
}
