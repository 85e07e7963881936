using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data;

/// <summary><see cref="IDbContextFactory{TContext}"/> is invariant: this gives the chosen provider's contexts out as the common one.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<DlpDbContext>
    where TContext : DlpDbContext
{
    public DlpDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<DlpDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
