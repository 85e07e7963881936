namespace DlpDashboard.UI;

/// <summary>
/// The end of a page or part, as a token. Unlike a <see cref="CancellationTokenSource"/>'s it may still be asked for after the end: what was being awaited
/// while the person left goes on once more, and must find itself cancelled. A disposed source would throw, and that ends the whole circuit.
/// </summary>
public sealed class Leaving : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Begins uncancelled.</summary>
    public Leaving() => Token = _source.Token;

    /// <summary>Cancelled once the person left.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the person left.</summary>
    public bool IsCancellationRequested => Token.IsCancellationRequested;

    /// <summary>The person leaves.</summary>
    public void Cancel() => _source.Cancel();

    /// <summary>The person leaves; what listens is told on a thread of the pool.</summary>
    public Task CancelAsync() => _source.CancelAsync();

    /// <inheritdoc />
    public void Dispose() => _source.Dispose();
}
