using DlpDashboard.Data;
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
        builder.HasIndex(r => new { r.OrganisationId, r.CheckId, r.Verdict });
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
        builder.HasIndex(s => new { s.OrganisationId, s.CreatedUtc, s.Id });
        builder.HasIndex(s => new { s.EndpointId, s.ExpiresUtc });
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
        builder.Property(r => r.Failure).HasMaxLength(PostureRefresh.MaxFailure);
        builder.Property(r => r.LeaseToken).IsConcurrencyToken();
        builder.Ignore(r => r.HasEnded);

        // Quoted names read the same in PostgreSQL and, with its standard settings, in SQL Server.
        builder.HasIndex(r => r.EndpointId, OneAtATime).IsUnique().HasFilter($"\"State\" <= {(int)RefreshState.Running}");
        builder.HasIndex(r => new { r.EndpointId, r.AskedUtc, r.Id });
        builder.HasIndex(r => new { r.State, r.AskedUtc, r.Id });
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

        /// <summary>Refreshes that wait, run or ended.</summary>
        public DbSet<PostureRefresh> PostureRefreshes => db.Set<PostureRefresh>();
    }
}
