namespace DlpDashboard.Providers;

/// <summary>
/// Repeats failed requests of one store. Waits are drawn evenly between a millisecond and a ceiling that doubles with each attempt ("full jitter",
/// AWS Architecture Blog, "Exponential Backoff And Jitter"), or what the server asks for where that is longer. Two limits hold: each request
/// has its attempts and its waiting time in all (<see cref="ProviderOptions"/>), and all requests of a store share a bucket of retry tokens as
/// in the AWS SDKs' standard mode, so that a server in trouble meets fewer requests instead of ten times as many: a retry takes 5 tokens, 10
/// after no answer, a success gives back what its last retry took, or 1; an empty bucket ends retrying.
/// </summary>
/// <param name="options">Attempts and waiting time.</param>
/// <param name="patience">Who waits.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class StoreRetries(ProviderOptions options, StorePatience patience, TimeProvider time)
{
    private const int Capacity = 1000;
    private const int Cost = 5;
    private const int NoAnswerCost = 10;
    private const int NoAnswerAttempts = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestAskedWait = TimeSpan.FromSeconds(60);
    private readonly Lock _lock = new();
    private int _tokens = Capacity;

    /// <summary>Tokens left; for measuring.</summary>
    public int Tokens
    {
        get
        {
            lock (_lock)
            {
                return _tokens;
            }
        }
    }

    /// <summary>Runs attempts until one succeeds or no more may follow.</summary>
    /// <param name="attempt">One attempt.</param>
    /// <param name="classify">What a failure means. Not asked for cancellation by the caller's token.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    /// <exception cref="ObjectStoreException">The last failure.</exception>
    public async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> attempt, Func<Exception, StoreFailure> classify, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        var taken = 0;
        for (var attempts = 1; ; attempts++)
        {
            StoreFailure failure;
            try
            {
                var result = await attempt(cancellationToken);
                GiveBack(taken);
                return result;
            }
            catch (Exception caught) when (!cancellationToken.IsCancellationRequested)
            {
                failure = classify(caught);
            }

            var wait = WaitBefore(attempts, failure);
            if (attempts >= AttemptsFor(failure.Retry) || waited + wait > options.RetryBudget || !TryTake(failure.Retry, out taken))
            {
                throw failure.Exception;
            }

            waited += wait;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private int AttemptsFor(StoreRetry retry) => retry switch
    {
        StoreRetry.Never => 1,
        _ when patience == StorePatience.Person => Math.Min(2, options.MaxAttempts),
        StoreRetry.NoAnswer => Math.Min(NoAnswerAttempts, options.MaxAttempts),
        _ => options.MaxAttempts,
    };

    private static TimeSpan WaitBefore(int attempts, in StoreFailure failure)
    {
        var first = failure.Retry == StoreRetry.Throttled ? 500 : 100;
        var ceiling = Math.Min(LongestWait.TotalMilliseconds, first * Math.Pow(2, attempts - 1));
        var drawn = TimeSpan.FromMilliseconds(Math.Max(1, ceiling * Random.Shared.NextDouble()));
        var asked = failure.RetryAfter is { } after && after > TimeSpan.Zero ? after : TimeSpan.Zero;
        return drawn > asked ? drawn : asked < LongestAskedWait ? asked : LongestAskedWait;
    }

    private bool TryTake(StoreRetry retry, out int taken)
    {
        taken = retry == StoreRetry.NoAnswer ? NoAnswerCost : Cost;
        lock (_lock)
        {
            if (_tokens < taken)
            {
                return false;
            }

            _tokens -= taken;
            return true;
        }
    }

    private void GiveBack(int taken)
    {
        lock (_lock)
        {
            _tokens = Math.Min(Capacity, _tokens + Math.Max(1, taken));
        }
    }
}
