using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DlpDashboard.Endpoints;

/// <summary>The table of endpoints. Deleted ones have null keys, which a unique index lets repeat on both databases.</summary>
internal sealed class EndpointTable : IEntityTypeConfiguration<StorageEndpoint>
{
    /// <summary>Refuses a second endpoint of the same name.</summary>
    public const string NameIndex = "IX_StorageEndpoints_Name";

    /// <summary>Refuses a second endpoint of the same target.</summary>
    public const string TargetIndex = "IX_StorageEndpoints_Target";

    public void Configure(EntityTypeBuilder<StorageEndpoint> builder)
    {
        builder.ToTable("StorageEndpoints");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(StorageEndpoint.MaxName);
        builder.Property(e => e.NameKey).HasMaxLength(EndpointKeys.Length);
        builder.Property(e => e.TargetKey).HasMaxLength(EndpointKeys.Length);
        builder.Property(e => e.Provider).HasMaxLength(40);
        builder.Property(e => e.Address).HasMaxLength(StorageEndpoint.MaxAddress);
        builder.Property(e => e.SearchText).HasMaxLength(StorageEndpoint.MaxName + StorageEndpoint.MaxAddress + 1);
        builder.Property(e => e.CreatedBy).HasMaxLength(100);
        builder.Property(e => e.UpdatedBy).HasMaxLength(100);
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.Property(e => e.Settings).HasConversion(new JsonConverter<IReadOnlyDictionary<string, string>>(), new JsonComparer<IReadOnlyDictionary<string, string>>());
        builder.Property(e => e.SecretNames).HasConversion(new JsonConverter<IReadOnlyList<string>>(), new JsonComparer<IReadOnlyList<string>>());
        builder.Property(e => e.TestSteps).HasConversion(new JsonConverter<IReadOnlyList<ConnectionTestStep>?>(), new JsonComparer<IReadOnlyList<ConnectionTestStep>?>());
        builder.HasIndex(e => new { e.OrganisationId, e.NameKey }).IsUnique().HasDatabaseName(NameIndex);
        builder.HasIndex(e => new { e.OrganisationId, e.TargetKey }).IsUnique().HasDatabaseName(TargetIndex);
        builder.HasIndex(e => new { e.OrganisationId, e.CreatedUtc, e.Id });
        builder.HasIndex(e => e.DeletedUtc);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(
        value => Write(value),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!);

    private sealed class JsonComparer<T>() : ValueComparer<T>(
        (left, right) => Write(left) == Write(right),
        value => Write(value).GetHashCode(StringComparison.Ordinal),
        value => value);
}

/// <summary>The room's sets.</summary>
internal static class EndpointSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Connected storages, deleted ones included until they are cleared away.</summary>
        public DbSet<StorageEndpoint> StorageEndpoints => db.Set<StorageEndpoint>();
    }
}
