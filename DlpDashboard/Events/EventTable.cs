using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Events;

/// <summary>The table of events.</summary>
internal sealed class EventTable : IEntityTypeConfiguration<StoryEvent>
{
    public void Configure(EntityTypeBuilder<StoryEvent> builder)
    {
        builder.ToTable("Events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Type).HasMaxLength(60);
        builder.Property(e => e.Sentence).HasMaxLength(StoryEvent.MaxSentence);
        builder.Property(e => e.Link).HasMaxLength(200);
        builder.Property(e => e.ActorName).HasMaxLength(100);
        builder.Property(e => e.StatusBy).HasMaxLength(100);
        builder.HasIndex(e => new { e.OrganisationId, e.AtUtc, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.Severity, e.AtUtc, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.EndpointId, e.AtUtc, e.Id });
        builder.HasIndex(e => new { e.OrganisationId, e.SubjectId, e.AtUtc, e.Id });
    }
}

/// <summary>The room's sets.</summary>
internal static class EventSets
{
    extension(DlpDbContext db)
    {
        /// <summary>The story.</summary>
        public DbSet<StoryEvent> Events => db.Set<StoryEvent>();
    }
}
