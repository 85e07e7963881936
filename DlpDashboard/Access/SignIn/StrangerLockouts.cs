using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Emails without an account close after wrong passwords as real ones do, so that the answer tells nobody which emails exist.
/// Kept in memory, bounded: at most 20,000 emails, the oldest unused go first.
/// </summary>
internal sealed class StrangerLockouts(IOptions<AccessOptions> access, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _strangers = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly Lock _gate = new();

    /// <summary>Until when the email is closed; null where it is open.</summary>
    public DateTimeOffset? ClosedUntil(string normalizedEmail)
    {
        lock (_gate)
        {
            return Find(normalizedEmail).Until is { } until && until > time.GetUtcNow() ? until : null;
        }
    }

    /// <summary>One more wrong password.</summary>
    /// <returns>Until when the email is closed by it; null where it stays open.</returns>
    public DateTimeOffset? Fail(string normalizedEmail)
    {
        lock (_gate)
        {
            var failures = Find(normalizedEmail).Failures + 1;
            DateTimeOffset? until = failures >= access.Value.LockoutAfter ? time.GetUtcNow() + access.Value.LockoutFor : null;
            var entry = new Stranger(until is null ? failures : 0, until);
            _strangers.Set(normalizedEmail, entry, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromDays(1) });
            return until;
        }
    }

    public void Dispose() => _strangers.Dispose();

    private Stranger Find(string email) => _strangers.TryGetValue(email, out Stranger? found) ? found! : new Stranger(0, null);

    private sealed record Stranger(int Failures, DateTimeOffset? Until);
}
