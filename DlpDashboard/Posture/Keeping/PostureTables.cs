using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Posture.Refreshing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Posture.Keeping;

/// <summary>The worst first: each list is one index, ten thousand buckets or ten.</summary>
internal sealed class PostureBucketTable : IEntityTypeConfiguration<PostureBucket>
{
    public void Configure(EntityTypeBuilder<PostureBucket> builder)
    {
        builder.ToTable("PostureBuckets");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Provider).HasMaxLength(40);
        builder.Property(b => b.Name).HasMaxLength(PostureBucket.MaxName);
        builder.Property(b => b.Region).HasMaxLength(60);
        builder.Property(b => b.AnonymousAccess).HasMaxLength(40);
        builder.HasIndex(b => new { b.OrganisationId, b.Score, b.Id });
        builder.HasIndex(b => new { b.EndpointId, b.Score, b.Id });
        builder.HasIndex(b => new { b.OrganisationId, b.Standing, b.Score, b.Id });
        builder.HasIndex(b => new { b.OrganisationId, b.IsPublic, b.Score, b.Id });
        builder.HasIndex(b => new { b.OrganisationId, b.Provider, b.Score, b.Id });
        builder.HasIndex(b => new { b.EndpointId, b.LastRefreshId });
    }
}

internal sealed class PostureDocumentTable : IEntityTypeConfiguration<PostureDocument>
{
    public void Configure(EntityTypeBuilder<PostureDocument> builder)
    {
        builder.ToTable("PostureDocuments");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(60);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.Reason).HasMaxLength(PostureDocument.MaxReason);
        builder.HasIndex(d => new { d.ScopeId, d.IsCurrent });
        builder.HasIndex(d => new { d.ScopeId, d.Name, d.FirstSeenUtc });
        builder.HasIndex(d => d.EndpointId);
    }
}

internal sealed class PostureResultTable : IEntityTypeConfiguration<PostureResult>
{
    public void Configure(EntityTypeBuilder<PostureResult> builder)
    {
        builder.ToTable("PostureResults");
        builder.HasKey(r => new { r.BucketId, r.CheckId });
        builder.Property(r => r.CheckId).HasMaxLength(60);
        builder.Property(r => r.Sentence).HasMaxLength(PostureResult.MaxSentence);
        builder.HasIndex(r => new { r.OrganisationId, r.CheckId, r.Verdict, r.BucketId });
        builder.HasIndex(r => new { r.EndpointId, r.CheckId });
    }
}

internal sealed class PostureSuppressionTable : IEntityTypeConfiguration<PostureSuppression>
{
    public void Configure(EntityTypeBuilder<PostureSuppression> builder)
    {
        builder.ToTable("PostureSuppressions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.CheckId).HasMaxLength(60);
        builder.Property(s => s.Reason).HasMaxLength(PostureSuppression.MaxReason);
        builder.Property(s => s.OwnerName).HasMaxLength(100);
        builder.Property(s => s.CreatedBy).HasMaxLength(100);
        builder.HasIndex(s => new { s.OrganisationId, s.CreatedUtc, s.Id });
        builder.HasIndex(s => new { s.EndpointId, s.ExpiresUtc });
        builder.HasIndex(s => new { s.EndedUtc, s.ExpiresUtc });
    }
}

internal sealed class PostureRefreshTable : IEntityTypeConfiguration<PostureRefresh>
{
    /// <summary>The index by which the database itself allows one refresh of an endpoint at a time.</summary>
    public const string OneAtATime = "IX_PostureRefreshes_OneAtATime";

    public void Configure(EntityTypeBuilder<PostureRefresh> builder)
    {
        builder.ToTable("PostureRefreshes");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AskedBy).HasMaxLength(100);
        builder.Property(r => r.LeaseOwner).HasMaxLength(100);
        builder.Property(r => r.Failure).HasMaxLength(LeasedRun.MaxFailure);
        builder.Property(r => r.LeaseToken).IsConcurrencyToken();
        builder.Ignore(r => r.HasEnded);
        builder.Ignore(r => r.CountedUtc);

        // Quoted names read the same in PostgreSQL and, with its standard settings, in SQL Server.
        builder.HasIndex(r => r.EndpointId, OneAtATime).IsUnique().HasFilter($"\"State\" <= {(int)LeaseState.Running}");
        builder.HasIndex(r => new { r.EndpointId, r.AskedUtc, r.Id });
        builder.HasIndex(r => new { r.State, r.AskedUtc, r.Id });
    }
}

internal sealed class PostureEndpointTallyTable : IEntityTypeConfiguration<PostureEndpointTally>
{
    public void Configure(EntityTypeBuilder<PostureEndpointTally> builder)
    {
        builder.ToTable("PostureEndpointTallies");
        builder.HasKey(t => t.EndpointId);
        builder.Property(t => t.EndpointId).ValueGeneratedNever();
        builder.Property(t => t.Provider).HasMaxLength(40);
        builder.HasIndex(t => t.OrganisationId);
    }
}

internal sealed class PostureCheckTallyTable : IEntityTypeConfiguration<PostureCheckTally>
{
    public void Configure(EntityTypeBuilder<PostureCheckTally> builder)
    {
        builder.ToTable("PostureCheckTallies");
        builder.HasKey(t => new { t.EndpointId, t.CheckId });
        builder.Property(t => t.CheckId).HasMaxLength(60);
        builder.HasIndex(t => t.OrganisationId);
    }
}

internal sealed class PostureTimingTable : IEntityTypeConfiguration<PostureTiming>
{
    public void Configure(EntityTypeBuilder<PostureTiming> builder)
    {
        builder.ToTable("PostureTimings");
        builder.HasKey(t => t.OrganisationId);
        builder.Property(t => t.OrganisationId).ValueGeneratedNever();
        builder.Property(t => t.ChangedBy).HasMaxLength(100);
    }
}

/// <summary>The room's sets.</summary>
internal static class PostureSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Buckets as they stand.</summary>
        public DbSet<PostureBucket> PostureBuckets => db.Set<PostureBucket>();

        /// <summary>Documents in all their versions.</summary>
        public DbSet<PostureDocument> PostureDocuments => db.Set<PostureDocument>();

        /// <summary>What checks say now.</summary>
        public DbSet<PostureResult> PostureResults => db.Set<PostureResult>();

        /// <summary>What was accepted.</summary>
        public DbSet<PostureSuppression> PostureSuppressions => db.Set<PostureSuppression>();

        /// <summary>Counts of endpoints.</summary>
        public DbSet<PostureEndpointTally> PostureEndpointTallies => db.Set<PostureEndpointTally>();

        /// <summary>Counts of checks.</summary>
        public DbSet<PostureCheckTally> PostureCheckTallies => db.Set<PostureCheckTally>();

        /// <summary>When organisations want their endpoints read.</summary>
        public DbSet<PostureTiming> PostureTimings => db.Set<PostureTiming>();

        /// <summary>Refreshes that wait, run or ended.</summary>
        public DbSet<PostureRefresh> PostureRefreshes => db.Set<PostureRefresh>();
    }
}
