using DlpDashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Data.Protection;

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}

internal sealed class FoundValueKeyTable : IEntityTypeConfiguration<FoundValueKey>
{
    public void Configure(EntityTypeBuilder<FoundValueKey> builder)
    {
        builder.ToTable("FoundValueKeys");
        builder.HasKey(k => k.OrganisationId);
        builder.Property(k => k.OrganisationId).ValueGeneratedNever();
        builder.Property(k => k.ProtectedKey).HasMaxLength(1000);
        builder.HasOne<Organisation>().WithOne().HasForeignKey<FoundValueKey>(k => k.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
