using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.Settings;

/// <summary>The settings that hold for an organisation, for work that is done on its behalf. One read each time: ask once a scan or estimate, never once an object.</summary>
public sealed class SettingsDirectory(IDbContextFactory<DlpDbContext> contexts, IOptions<PricingOptions> pricing)
{
    /// <summary>Added to the name of prices that an organisation set itself.</summary>
    public const string OwnPrices = "set by your organisation";

    /// <summary>The configured price tables.</summary>
    public PricingOptions Configured => pricing.Value;

    /// <summary>The settings as they are now; the defaults where none were ever saved.</summary>
    public async Task<OrganisationSettings> OfAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OrganisationSettings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == organisationId, cancellationToken)
            ?? new OrganisationSettings { OrganisationId = organisationId };
    }

    /// <summary>The prices that hold for a provider; their name says whose they are.</summary>
    public PriceList PricesOf(OrganisationSettings settings, string provider)
    {
        if (!settings.Prices.TryGetValue(provider, out var own))
        {
            return pricing.Value.Of(provider);
        }

        return new PriceList
        {
            Name = $"{own.Name} ({OwnPrices})",
            Currency = own.Currency,
            ListPer1000 = own.ListPer1000,
            GetPer1000 = own.GetPer1000,
            TransferPerGb = own.TransferPerGb,
            ChargesTransfer = own.ChargesTransfer,
            ObjectsPerList = own.ObjectsPerList,
            BytesPerGet = own.BytesPerGet,

            // Stored as JSON, which forgets that classes are found whatever their case.
            Classes = new Dictionary<string, ClassPrices>(own.Classes, StringComparer.OrdinalIgnoreCase),
        };
    }
}
