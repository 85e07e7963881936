using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Detection.Custom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Detectors;

internal sealed class CustomDetectorTable : IEntityTypeConfiguration<CustomDetector>
{
    public void Configure(EntityTypeBuilder<CustomDetector> builder)
    {
        builder.ToTable("CustomDetectors");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.DetectorId).HasMaxLength(60);
        builder.Property(d => d.Name).HasMaxLength(CustomRuleCheck.LongestName);
        builder.Property(d => d.ContentHash).HasMaxLength(64);
        builder.Property(d => d.ChangedBy).HasMaxLength(100);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.OrganisationId, d.DetectorId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DetectorSwitchTable : IEntityTypeConfiguration<DetectorSwitch>
{
    public void Configure(EntityTypeBuilder<DetectorSwitch> builder)
    {
        builder.ToTable("DetectorSwitches");
        builder.HasKey(s => new { s.OrganisationId, s.DetectorId });
        builder.Property(s => s.DetectorId).HasMaxLength(60);
        builder.Property(s => s.ChangedBy).HasMaxLength(100);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ExclusionRuleTable : IEntityTypeConfiguration<ExclusionRule>
{
    public void Configure(EntityTypeBuilder<ExclusionRule> builder)
    {
        builder.ToTable("ExclusionRules");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(200);
        builder.Property(r => r.Shown).HasMaxLength(PatternCheck.LongestPattern);
        builder.Property(r => r.ValueHash).HasMaxLength(32);
        builder.Property(r => r.ChangedBy).HasMaxLength(100);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Detectors).HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Web) ?? new List<string>(),
            new ValueComparer<IReadOnlyList<string>>((left, right) => left!.SequenceEqual(right!), list => list.Count, list => list.ToList()));
        builder.HasIndex(r => new { r.OrganisationId, r.CreatedUtc, r.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DetectorProfileTable : IEntityTypeConfiguration<DetectorProfile>
{
    public void Configure(EntityTypeBuilder<DetectorProfile> builder)
    {
        builder.ToTable("DetectorProfiles");
        builder.HasKey(p => p.OrganisationId);
        builder.Property(p => p.OrganisationId).ValueGeneratedNever();
        builder.HasOne<Organisation>().WithOne().HasForeignKey<DetectorProfile>(p => p.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The room's sets.</summary>
internal static class DetectorSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Detectors that organisations wrote.</summary>
        public DbSet<CustomDetector> CustomDetectors => db.Set<CustomDetector>();

        /// <summary>What organisations decided about built-in ones.</summary>
        public DbSet<DetectorSwitch> DetectorSwitches => db.Set<DetectorSwitch>();

        /// <summary>What is not reported.</summary>
        public DbSet<ExclusionRule> ExclusionRules => db.Set<ExclusionRule>();

        /// <summary>Whether anything changed.</summary>
        public DbSet<DetectorProfile> DetectorProfiles => db.Set<DetectorProfile>();
    }
}
