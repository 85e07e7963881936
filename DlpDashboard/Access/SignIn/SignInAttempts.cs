using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Counts tries of passwords. A try is taken before the password is looked at, in one statement, so that guesses sent in parallel or to several
/// nodes get no more than <see cref="AccessOptions.LockoutAfter"/>. Emails without an account close as real ones do (kept in memory, at most 20,000),
/// and the same statements run for them, so that neither answer nor time tells which emails exist.
/// </summary>
internal sealed class SignInAttempts(
    IDbContextFactory<DlpDbContext> contexts, IOptions<AccessOptions> access, IOptions<PasswordHasherOptions> hashing, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _strangers = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly Lock _gate = new();

    /// <summary>A hash that no password has, as costly to check as a real one.</summary>
    public string DecoyHash { get; } = new PasswordHasher<Account>(hashing).HashPassword(new Account(), Guid.CreateVersion7(time.GetUtcNow()).ToString());

    /// <summary>Takes one try of the account, or of the email where there is no account.</summary>
    /// <returns>False where it is closed.</returns>
    public async Task<bool> TakeAsync(Account? account, string email, CancellationToken cancellationToken)
    {
        var id = account?.Id ?? Guid.Empty;
        var now = time.GetUtcNow();
        var until = now + access.Value.LockoutFor;
        var last = access.Value.LockoutAfter - 1;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.Users
            .Where(a => a.Id == id && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount >= last ? until : null)
                    .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount >= last ? 0 : a.AccessFailedCount + 1),
                cancellationToken);
        return account is null ? TakeStranger(email) : taken > 0;
    }

    /// <summary>Until when the account, or the email without one, is closed; null where it is open.</summary>
    public async Task<DateTimeOffset?> ClosedUntilAsync(Account? account, string email, CancellationToken cancellationToken)
    {
        var id = account?.Id ?? Guid.Empty;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var until = await db.Users.Where(a => a.Id == id).Select(a => a.LockoutEnd).FirstOrDefaultAsync(cancellationToken);
        if (account is null)
        {
            lock (_gate)
            {
                until = Find(email).Until;
            }
        }

        return until > time.GetUtcNow() ? until : null;
    }

    /// <summary>The password was right: earlier tries count no more; a hash made anew with more rounds is kept.</summary>
    public async Task ForgiveAsync(Account account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null).SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.PasswordHash, account.PasswordHash),
            cancellationToken);
    }

    public void Dispose() => _strangers.Dispose();

    private bool TakeStranger(string email)
    {
        lock (_gate)
        {
            var (failures, closedUntil) = Find(email);
            var now = time.GetUtcNow();
            if (closedUntil > now)
            {
                return false;
            }

            var isLast = failures >= access.Value.LockoutAfter - 1;
            var next = isLast ? new Stranger(0, now + access.Value.LockoutFor) : new Stranger(failures + 1, null);
            _strangers.Set(email, next, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromDays(1) });
            return true;
        }
    }

    private Stranger Find(string email) => _strangers.TryGetValue(email, out Stranger? found) ? found! : new Stranger(0, null);

    private sealed record Stranger(int Failures, DateTimeOffset? Until);
}
