using System.Text;
using System.Text.Json;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Prices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Storage.Keeping;

/// <summary>Writes what a measure counts, each bucket in one transaction with the measure's own row: a measure that another node took over writes nothing more.</summary>
internal sealed class StorageLedger(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, StoragePrices prices, IOptions<StorageOptions> options, TimeProvider time)
{
    /// <summary>Days over which growth is told.</summary>
    public const int GrowthDays = 30;

    /// <summary>For how long ended measures are told of.</summary>
    private static readonly TimeSpan KeptMeasures = TimeSpan.FromDays(90);

    /// <summary>The buckets of some that this measure has met already, before it was taken up again.</summary>
    public async Task<HashSet<Guid>> AlreadyMetAsync(StorageMeasure run, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.StorageBuckets.Where(b => ids.Contains(b.Id) && b.LastMeasureId == run.Id).Select(b => b.Id).ToListAsync(cancellationToken)];
    }

    /// <summary>What this measure had counted when it was taken up.</summary>
    public async Task<MeasureCounts> CountedAsync(StorageMeasure run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var met = await db.StorageBuckets.Where(b => b.EndpointId == run.EndpointId && b.LastMeasureId == run.Id).GroupBy(b => b.EndpointId)
            .Select(group => new
            {
                Buckets = group.Count(),
                Unlisted = group.Count(b => b.Failure != null),
                Objects = group.Sum(b => b.Failure == null ? b.Objects : 0),
                Bytes = group.Sum(b => b.Failure == null ? b.Bytes : 0),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return met is null ? MeasureCounts.None : new MeasureCounts(met.Buckets, met.Unlisted, met.Objects, met.Bytes);
    }

    /// <summary>Whether an earlier holder of this measure kept a stand.</summary>
    public async Task<bool> IsTakenUpAsync(StorageMeasure run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StorageCheckpoints.AnyAsync(c => c.EndpointId == run.EndpointId, cancellationToken);
    }

    /// <summary>Where this measure's listing of a bucket stood; null at its beginning.</summary>
    public async Task<(string After, TallyState State)?> StandAsync(StorageMeasure run, Guid bucketId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await db.StorageCheckpoints.AsNoTracking().SingleOrDefaultAsync(c => c.BucketId == bucketId && c.MeasureId == run.Id, cancellationToken);
        return kept is not null && JsonSerializer.Deserialize<TallyState>(kept.State, JsonSerializerOptions.Web) is { } state
            ? (Encoding.UTF8.GetString(Convert.FromBase64String(kept.After)), state)
            : null;
    }

    /// <summary>Keeps where the listing of a bucket stands; a sign of life.</summary>
    public async Task KeepStandAsync(StorageMeasure run, Guid bucketId, string after, TallyState state, MeasureCounts counts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await db.StorageCheckpoints.SingleOrDefaultAsync(c => c.BucketId == bucketId, cancellationToken);
        if (kept is null)
        {
            kept = new MeasureCheckpoint { BucketId = bucketId, EndpointId = run.EndpointId };
            db.StorageCheckpoints.Add(kept);
        }

        kept.MeasureId = run.Id;
        kept.After = Convert.ToBase64String(Encoding.UTF8.GetBytes(after));
        kept.State = JsonSerializer.Serialize(state, JsonSerializerOptions.Web);
        (kept.Objects, kept.Bytes) = (state.Objects, state.Bytes);
        await AdvanceAsync(db, run, counts, cancellationToken);
    }

    /// <summary>A sign of life where nothing else is to be kept.</summary>
    public async Task RenewAsync(StorageMeasure run, MeasureCounts counts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await AdvanceAsync(db, run, counts, cancellationToken);
    }

    /// <summary>Keeps a bucket that was listed to its end.</summary>
    public async Task KeepAsync(StorageMeasure run, MeasuredEndpoint endpoint, MeasuredBucket measured, MeasureCounts counts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var id = StableId.OfBucket(run.EndpointId, measured.Listed.Name);

        // One question for all that may be there already: ten thousand buckets are ten thousand of these.
        var (days, figures, stands) = (db.StorageSnapshots, db.StorageFigures, db.StorageCheckpoints);
        var kept = await db.StorageBuckets.Where(b => b.Id == id)
            .Select(b => new { Bucket = b, Figures = figures.FirstOrDefault(f => f.BucketId == id), Day = days.FirstOrDefault(s => s.ScopeId == id && s.Day == today) })
            .FirstOrDefaultAsync(cancellationToken);
        var bucket = kept?.Bucket ?? New(db, run, endpoint, measured.Listed);

        // How much of a bucket was scanned is told against its number of objects.
        var isOther = bucket.Objects != measured.Objects;
        await using var transaction = isOther ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var cost = endpoint.IsPriced ? prices.Monthly(endpoint.Provider, measured.Listed.Region ?? bucket.Region ?? endpoint.Region, measured.Figures.Classes) : null;
        bucket.Take(run.Id, measured, cost, kept is null ? null : await BeforeAsync(db, id, today, cancellationToken), now);
        SetFigures(db, kept?.Figures, id, run.EndpointId, measured.Figures);
        StorageHistory.Set(db, kept?.Day, new StorageSnapshot
        {
            ScopeId = id, Day = today, Month = StorageSnapshot.MonthOf(today), OrganisationId = run.OrganisationId, EndpointId = run.EndpointId, Objects = measured.Objects, Bytes = measured.Bytes,
        });
        if (measured.HasStand && await stands.SingleOrDefaultAsync(c => c.BucketId == id, cancellationToken) is { } stand)
        {
            stands.Remove(stand);
        }

        await AdvanceAsync(db, run, counts, cancellationToken);
        if (transaction is not null)
        {
            await BucketMarks.MarkAsync(dialect, db, run.OrganisationId, run.EndpointId, [bucket.Id], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Keeps that a bucket could not be listed; what was measured before stays.</summary>
    public async Task KeepUnlistedAsync(StorageMeasure run, MeasuredEndpoint endpoint, StoredBucket listed, string sentence, MeasureCounts counts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await FindAsync(db, run, endpoint, listed, cancellationToken)).Meet(run.Id, listed.Region, sentence);
        await AdvanceAsync(db, run, counts, cancellationToken);
    }

    /// <summary>Ends a measure. One that met everything marks what it did not meet as vanished; the day's sums and the roll-up follow.</summary>
    public async Task EndAsync(StorageMeasure run, MeasureCounts counts, string? failure, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        db.Attach(run);
        run.Advance(counts);
        run.End(failure, now);
        await db.SaveChangesAsync(cancellationToken);
        await db.StorageCheckpoints.Where(c => c.EndpointId == run.EndpointId).ExecuteDeleteAsync(cancellationToken);
        if (failure is null)
        {
            await db.StorageBuckets.Where(b => b.EndpointId == run.EndpointId && b.LastMeasureId != run.Id && b.VanishedUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.VanishedUtc, now), cancellationToken);
        }

        // Endpoints that end at the same time write the organisation's day one after the other.
        await dialect.LockAsync(db, $"storage-day/{run.OrganisationId:N}", cancellationToken);
        var today = DateOnly.FromDateTime(now);
        await StorageHistory.SumAsync(db, run.OrganisationId, run.EndpointId, today, cancellationToken);
        await StorageHistory.SumAsync(db, run.OrganisationId, null, today, cancellationToken);
        await SumFiguresAsync(db, run, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var before = now - KeptMeasures;
        await db.StorageMeasures.Where(m => m.EndpointId == run.EndpointId && m.EndedUtc < before).ExecuteDeleteAsync(cancellationToken);
        await StorageHistory.RollUpAsync(db, run.EndpointId, run.OrganisationId, today.AddDays(-options.Value.DailyHistory), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // The endpoint's own document stands beside those of its buckets, under its own id.
    private static async Task SumFiguresAsync(DlpDbContext db, StorageMeasure run, CancellationToken cancellationToken)
    {
        var sum = new FiguresSum();
        var figures = db.StorageFigures;
        var buckets = db.StorageBuckets.AsNoTracking().Where(b => b.EndpointId == run.EndpointId && b.VanishedUtc == null)
            .Join(figures.AsNoTracking(), b => b.Id, f => f.BucketId, (b, f) => new { b.Name, f.Content }).AsAsyncEnumerable();
        await foreach (var bucket in buckets.WithCancellation(cancellationToken))
        {
            if (JsonSerializer.Deserialize<BucketFigures>(bucket.Content, JsonSerializerOptions.Web) is { } made)
            {
                sum.Add(made, bucket.Name);
            }
        }

        SetFigures(db, await db.StorageFigures.SingleOrDefaultAsync(f => f.BucketId == run.EndpointId, cancellationToken), run.EndpointId, run.EndpointId, sum.End());
    }

    private static void SetFigures(DlpDbContext db, BucketFiguresRow? kept, Guid scopeId, Guid endpointId, BucketFigures made)
    {
        if (kept is null)
        {
            kept = new BucketFiguresRow { BucketId = scopeId, EndpointId = endpointId };
            db.StorageFigures.Add(kept);
        }

        kept.Content = JsonSerializer.Serialize(made, JsonSerializerOptions.Web);
    }

    private static async Task<(long Bytes, int Days)?> BeforeAsync(DlpDbContext db, Guid bucketId, DateOnly today, CancellationToken cancellationToken)
    {
        var month = today.AddDays(-GrowthDays);
        var history = db.StorageSnapshots.AsNoTracking().Where(s => s.ScopeId == bucketId && s.Day < today);
        var before = await history.Where(s => s.Day <= month).OrderByDescending(s => s.Day).FirstOrDefaultAsync(cancellationToken)
            ?? await history.OrderBy(s => s.Day).FirstOrDefaultAsync(cancellationToken);
        return before is null ? null : (before.Bytes, today.DayNumber - before.Day.DayNumber);
    }

    private static async Task<StorageBucket> FindAsync(DlpDbContext db, StorageMeasure run, MeasuredEndpoint endpoint, StoredBucket listed, CancellationToken cancellationToken)
    {
        var id = StableId.OfBucket(run.EndpointId, listed.Name);
        return await db.StorageBuckets.SingleOrDefaultAsync(b => b.Id == id, cancellationToken) ?? New(db, run, endpoint, listed);
    }

    private static StorageBucket New(DlpDbContext db, StorageMeasure run, MeasuredEndpoint endpoint, StoredBucket listed)
    {
        var id = StableId.OfBucket(run.EndpointId, listed.Name);
        var name = StorableText.Of(listed.Name, StorageBucket.MaxName);
        var bucket = new StorageBucket { Id = id, OrganisationId = run.OrganisationId, EndpointId = run.EndpointId, Provider = endpoint.Provider, Name = name, SearchName = name.ToUpperInvariant() };
        db.StorageBuckets.Add(bucket);
        return bucket;
    }

    private async Task AdvanceAsync(DlpDbContext db, StorageMeasure run, MeasureCounts counts, CancellationToken cancellationToken)
    {
        db.Attach(run);
        run.Advance(counts);
        run.Renew(time.GetUtcNow().UtcDateTime, options.Value.Lease);
        await db.SaveChangesAsync(cancellationToken);
    }
}
