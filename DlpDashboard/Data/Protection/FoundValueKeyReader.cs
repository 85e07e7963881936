using System.Collections.Concurrent;
using System.Security.Cryptography;
using DlpDashboard.Data.Dialects;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.Protection;

/// <summary>The secret of an organisation for the hashes of found values; made when it is first asked for, then kept in memory.</summary>
public sealed class FoundValueKeyReader(
    IDbContextFactory<DlpDbContext> contexts,
    IDatabaseDialect dialect,
    IDataProtectionProvider protection,
    TimeProvider time)
{
    private const int KeySize = 32;
    private readonly ConcurrentDictionary<Guid, byte[]> _known = new();

    /// <summary>32 bytes, the same for as long as the organisation lives. Not to be changed, written or logged.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(organisationId, out var known))
        {
            return known;
        }

        var key = await FindAsync(organisationId, cancellationToken) ?? await MakeAsync(organisationId, cancellationToken);
        return _known.GetOrAdd(organisationId, key);
    }

    private async Task<byte[]?> FindAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Set<FoundValueKey>().AsNoTracking()
            .Where(key => key.OrganisationId == organisationId)
            .Select(key => key.ProtectedKey)
            .SingleOrDefaultAsync(cancellationToken);
        return stored is null ? null : ProtectorOf(organisationId).Unprotect(stored);
    }

    private async Task<byte[]> MakeAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var made = RandomNumberGenerator.GetBytes(KeySize);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(new FoundValueKey
        {
            OrganisationId = organisationId,
            ProtectedKey = ProtectorOf(organisationId).Protect(made),
            CreatedUtc = time.GetUtcNow().UtcDateTime,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return made;
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            // Another node was faster; its key is the organisation's.
            return (await FindAsync(organisationId, cancellationToken))!;
        }
    }

    // The organisation is part of the purpose: a key copied into another organisation's row does not open there.
    private IDataProtector ProtectorOf(Guid organisationId) =>
        protection.CreateProtector("DlpDashboard.FoundValues.v1", organisationId.ToString("N"));
}
