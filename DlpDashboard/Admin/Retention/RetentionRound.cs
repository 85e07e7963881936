using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Admin.Retention;

/// <summary>The daily round: every organisation, one after another. What fails for one does not keep the others from theirs.</summary>
internal sealed class RetentionRound(IDbContextFactory<DlpDbContext> contexts, RetentionRunner runner, ILogger<RetentionRound> log)
{
    private const int PageLength = 500;

    /// <summary>Goes round once; ends early where it is cancelled.</summary>
    public async Task GoAsync(CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            var page = await PageAsync(after, cancellationToken);
            foreach (var organisation in page)
            {
                await TryAsync(organisation, cancellationToken);
            }

            if (page.Count < PageLength)
            {
                return;
            }

            after = page[^1];
        }
    }

    private async Task TryAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(organisationId, askedId: null, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "The retention of organisation {OrganisationId} failed. The next run goes on where it ended.", organisationId);
        }
    }

    private async Task<List<Guid>> PageAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Organisations.AsNoTracking().Where(o => o.Id > after).OrderBy(o => o.Id).Select(o => o.Id).Take(PageLength).ToListAsync(cancellationToken);
    }
}
