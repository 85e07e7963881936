using System.Text.Json;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Admin.Retention;

internal sealed class RetentionTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("RetentionRuns");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AskedBy).HasMaxLength(100);
        builder.Property(r => r.Sentence).HasMaxLength(RetentionRun.SentenceLength);
        builder.Property(r => r.Removed).HasMaxLength(400).HasConversion(
            counts => JsonSerializer.Serialize(counts, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<RetentionCounts>(text, JsonSerializerOptions.Web) ?? RetentionCounts.None);
        builder.HasIndex(r => new { r.OrganisationId, r.AskedUtc, r.Id });
    }
}

internal static class RetentionSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Runs of retention.</summary>
        public DbSet<RetentionRun> RetentionRuns => db.Set<RetentionRun>();
    }
}
