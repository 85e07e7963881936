using System.Collections.Concurrent;

namespace DlpDashboard.Access;

/// <summary>
/// One reading for all who ask for the same at the same time and may see the same: however many windows are told of a change, the database is asked once or twice.
/// Who asks never gets what was read before the question, unless they said how old it may be. For what depends on organisation and permissions, not on the person.
/// </summary>
/// <param name="time">The clock.</param>
/// <typeparam name="T">What is read; never changed afterwards, as many hold it.</typeparam>
public sealed class SharedReading<T>(TimeProvider time)
{
    private const int Many = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid Organisation, string Rights), Line> _lines = new();

    /// <summary>The value; a failure of the reading reaches all who waited for it.</summary>
    /// <param name="actor">Who asks; their permission was demanded before.</param>
    /// <param name="notOlderThan">How long ago the reading may have begun; zero for one that begins now.</param>
    /// <param name="read">Reads. Its token is the reading's own: who leaves does not end it for the others.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<T> ReadAsync(Actor actor, TimeSpan notOlderThan, Func<Actor, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (_lines.Count > Many)
        {
            Forget();
        }

        var line = _lines.GetOrAdd((actor.OrganisationId, string.Join(' ', actor.Permissions.Order(StringComparer.Ordinal))), static _ => new Line());
        return Join(line, notOlderThan, token => read(actor, token)).WaitAsync(cancellationToken);
    }

    private Task<T> Join(Line line, TimeSpan notOlderThan, Func<CancellationToken, Task<T>> read)
    {
        lock (line)
        {
            if (line.Now is { IsFaulted: false, IsCanceled: false } now && time.GetElapsedTime(line.Begun) < notOlderThan)
            {
                return now;
            }

            return line.Now is { IsCompleted: false } before ? line.Next ??= AfterAsync(line, before, read) : Begin(line, read);
        }
    }

    private Task<T> Begin(Line line, Func<CancellationToken, Task<T>> read)
    {
        line.Begun = time.GetTimestamp();

        // Not in the circuit of who happened to ask first: it may end.
        return line.Now = Task.Run(async () =>
        {
            using var limit = new CancellationTokenSource(Longest, time);
            return await read(limit.Token);
        });
    }

    private async Task<T> AfterAsync(Line line, Task<T> before, Func<CancellationToken, Task<T>> read)
    {
        await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task<T> mine;
        lock (line)
        {
            line.Next = null;
            mine = Begin(line, read);
        }

        return await mine;
    }

    private void Forget()
    {
        foreach (var (key, line) in _lines)
        {
            if (line.Now is { IsCompleted: true } && line.Next is null && time.GetElapsedTime(line.Begun) > Longest)
            {
                _lines.TryRemove(key, out _);
            }
        }
    }

    private sealed class Line
    {
        public Task<T>? Now { get; set; }

        public Task<T>? Next { get; set; }

        public long Begun { get; set; }
    }
}
