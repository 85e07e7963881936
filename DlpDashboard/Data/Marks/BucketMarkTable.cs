using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Data.Marks;

/// <summary>Nearly always empty, so it needs no index but its key.</summary>
internal sealed class BucketMarkTable : IEntityTypeConfiguration<BucketMark>
{
    public void Configure(EntityTypeBuilder<BucketMark> builder)
    {
        builder.ToTable("BucketMarks");
        builder.HasKey(m => m.ScopeId);
        builder.Property(m => m.ScopeId).ValueGeneratedNever();
        builder.Ignore(m => m.IsEndpoint);
    }
}

internal static class BucketMarkSets
{
    extension(DlpDbContext db)
    {
        /// <summary>What is to be joined anew.</summary>
        public DbSet<BucketMark> BucketMarks => db.Set<BucketMark>();
    }
}
