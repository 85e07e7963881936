using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Scans.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DlpDashboard.Scans;

internal sealed class ScanTable : IEntityTypeConfiguration<Scan>
{
    /// <summary>The index by which the database itself allows one running scan of an endpoint.</summary>
    public const string OneRunning = "IX_Scans_OneRunningPerEndpoint";

    public void Configure(EntityTypeBuilder<Scan> builder)
    {
        builder.ToTable("Scans");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RequestedByName).HasMaxLength(100);
        builder.Property(s => s.LeaseOwner).HasMaxLength(200);
        builder.Property(s => s.FailureSentence).HasMaxLength(Scan.SentenceLength);
        builder.Property(s => s.LeaseToken).IsConcurrencyToken();
        builder.Property(s => s.Provider).HasMaxLength(40);
        builder.ComplexProperty(s => s.Counts);
        builder.ComplexProperty(s => s.LeftOut);
        builder.Property(s => s.Plan).HasConversion(
            plan => JsonSerializer.Serialize(plan, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<ScanPlan>(text, JsonSerializerOptions.Web) ?? ScanPlan.Everything);
        Json(builder.Property(s => s.UnlistedBuckets));
        builder.Ignore(s => s.HasEnded);
        builder.Ignore(s => s.CanResume);

        // Quoted names read the same in PostgreSQL and, with its standard settings, in SQL Server.
        builder.HasIndex(s => s.EndpointId, OneRunning).IsUnique().HasFilter($"\"State\" = {(int)ScanState.Running}");
        builder.HasIndex(s => new { s.OrganisationId, s.RequestedUtc, s.Id });
        builder.HasIndex(s => new { s.EndpointId, s.RequestedUtc, s.Id });
        builder.HasIndex(s => new { s.State, s.QueuedUtc, s.Id });

        // Whose turn it is: the organisation whose last scan began longest ago.
        builder.HasIndex(s => new { s.OrganisationId, s.StartedUtc });
    }

    private static void Json<T>(PropertyBuilder<IReadOnlyList<T>> property) => property.HasConversion(
        list => JsonSerializer.Serialize(list, JsonSerializerOptions.Web),
        text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Web) ?? new List<T>(),
        new ValueComparer<IReadOnlyList<T>>(
            (left, right) => left!.SequenceEqual(right!),
            list => list.Count,
            list => list.ToList()));
}

internal sealed class ScannedObjectTable : IEntityTypeConfiguration<ScannedObject>
{
    public void Configure(EntityTypeBuilder<ScannedObject> builder)
    {
        builder.ToTable("ScannedObjects");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Version).HasMaxLength(ScannedObject.VersionLength);
        builder.Property(o => o.Bucket).HasMaxLength(Finding.MaxBucket);
        builder.Property(o => o.Key).HasMaxLength(Finding.MaxKey);
        builder.Property(o => o.Reason).HasMaxLength(ScannedObject.ReasonLength);
        builder.Property(o => o.DetectorSet).HasMaxLength(64);

        // One index for all lists: an endpoint's objects by scan and state, and those an older scan saw last. Keys are too long for an index.
        builder.HasIndex(o => new { o.EndpointId, o.LastScanId, o.State, o.LastScannedUtc, o.Id });
    }
}

internal static class ScanSets
{
    extension(DlpDbContext db)
    {
        /// <summary>Scans.</summary>
        public DbSet<Scan> Scans => db.Set<Scan>();

        /// <summary>Objects as the last scan left them.</summary>
        public DbSet<ScannedObject> ScannedObjects => db.Set<ScannedObject>();
    }
}
