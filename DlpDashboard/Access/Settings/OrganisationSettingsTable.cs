using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Access.Settings;

internal sealed class OrganisationSettingsTable : IEntityTypeConfiguration<OrganisationSettings>
{
    public void Configure(EntityTypeBuilder<OrganisationSettings> builder)
    {
        builder.ToTable("OrganisationSettings");
        builder.HasKey(s => s.OrganisationId);
        builder.Property(s => s.OrganisationId).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.ChangedBy).HasMaxLength(100);
        builder.Ignore(s => s.Limits);
        builder.Property(s => s.Prices).HasConversion(
            prices => JsonSerializer.Serialize(prices, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<Dictionary<string, PriceList>>(text, JsonSerializerOptions.Web) ?? new Dictionary<string, PriceList>(),
            new PricesComparer());
        builder.Property(s => s.Retention).HasConversion(
            periods => JsonSerializer.Serialize(periods, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<RetentionPeriods>(text, JsonSerializerOptions.Web) ?? new RetentionPeriods());
        builder.HasOne<Organisation>().WithOne().HasForeignKey<OrganisationSettings>(s => s.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }

    /// <summary>Prices are equal where they are written alike.</summary>
    private sealed class PricesComparer() : ValueComparer<IReadOnlyDictionary<string, PriceList>>(
        (one, other) => Written(one) == Written(other), prices => Written(prices).GetHashCode(StringComparison.Ordinal), prices => Read(Written(prices)))
    {
        private static string Written(IReadOnlyDictionary<string, PriceList>? prices) => JsonSerializer.Serialize(prices, JsonSerializerOptions.Web);

        private static Dictionary<string, PriceList> Read(string text) =>
            JsonSerializer.Deserialize<Dictionary<string, PriceList>>(text, JsonSerializerOptions.Web) ?? new Dictionary<string, PriceList>();
    }
}

/// <summary>The set.</summary>
internal static class SettingsSets
{
    extension(DlpDbContext db)
    {
        /// <summary>What organisations decided for themselves.</summary>
        public DbSet<OrganisationSettings> OrganisationSettings => db.Set<OrganisationSettings>();
    }
}
