using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data;

/// <summary>
/// <see cref="IDbContextFactory{TContext}"/> is invariant: this gives the chosen provider's contexts out as the common one.
/// The provider's own factory, which must know the connection string, is asked for with the first context: many services are built before the database is up.
/// </summary>
internal sealed class ContextFactory<TContext>(IServiceProvider services) : IDbContextFactory<DlpDbContext>
    where TContext : DlpDbContext
{
    private readonly Lazy<IDbContextFactory<TContext>> _contexts = new(services.GetRequiredService<IDbContextFactory<TContext>>);

    public DlpDbContext CreateDbContext() => _contexts.Value.CreateDbContext();

    public async Task<DlpDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await _contexts.Value.CreateDbContextAsync(cancellationToken);
}
