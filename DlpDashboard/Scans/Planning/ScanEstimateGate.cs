using System.Collections.Concurrent;
using DlpDashboard.Kernel;
using DlpDashboard.Web.Limits;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Planning;

/// <summary>Lets few estimates in at a time: so many on this node, one of an organisation, so many a minute of it.</summary>
internal sealed class ScanEstimateGate(IOptions<ScanEstimateOptions> options, TimeProvider time) : IDisposable
{
    private static readonly Problem TooMany =
        new(ProblemKind.TooMany, "scans.estimates-too-many", "This organisation asked for many estimates within a minute. Wait a little, then ask again.");

    private static readonly Problem Busy =
        new(ProblemKind.TooMany, "scans.estimates-busy", "Other estimates are being made. Wait for them, then ask again.");

    private readonly RequestBudget _budget = new(options.Value.PerMinute, time);
    private readonly SemaphoreSlim _node = new(options.Value.Concurrent);

    // One entry an organisation that ever asked: as many as the database has.
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _organisations = new();

    /// <inheritdoc />
    public void Dispose()
    {
        _node.Dispose();
        foreach (var organisation in _organisations.Values)
        {
            organisation.Dispose();
        }
    }

    /// <summary>Waits for its turn; disposing gives it back.</summary>
    public async Task<Outcome<IDisposable>> EnterAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        if (!_budget.Take(organisationId.ToString("N")).Granted)
        {
            return TooMany;
        }

        var organisation = _organisations.GetOrAdd(organisationId, _ => new SemaphoreSlim(1));
        if (!await organisation.WaitAsync(options.Value.MaxWait, cancellationToken))
        {
            return Busy;
        }

        var entered = false;
        try
        {
            entered = await _node.WaitAsync(options.Value.MaxWait, cancellationToken);
            return entered ? Outcome<IDisposable>.Of(new Turn(_node, organisation)) : Busy;
        }
        finally
        {
            if (!entered)
            {
                organisation.Release();
            }
        }
    }

    private sealed class Turn(SemaphoreSlim node, SemaphoreSlim organisation) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                node.Release();
                organisation.Release();
            }
        }
    }
}
