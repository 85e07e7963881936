using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Live;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Storage.Overall;
using DlpDashboard.Storage.Prices;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Storage;

/// <summary>The room's door: how much lies where, how it grows, what it may cost.</summary>
public static class StorageRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations()
            .Validate(options => options.PerProvider.Values.All(readers => readers is >= 1 and <= 64), "Storage:PerProvider takes 1 to 64 for each provider. Mend it.")
            .Validate(options => options.Prices.TrueForAll(price => price.Provider.Length > 0 && price.PerGbMonth >= 0), "Each of Storage:Prices needs a Provider and a PerGbMonth of 0 or more. Mend it.")
            .ValidateOnStart();
        return services
            .AddSingleton(provider => TermsOf(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddSingleton<LeaseQueue<StorageMeasure>>()
            .AddSingleton<ILeaseRunner<StorageMeasure>, MeasureRunner>()
            .AddSingleton<EndpointLine<StorageMeasure>>()
            .AddSingleton<StorageProgressFeed>()
            .AddSingleton<StoragePrices>()
            .AddSingleton<StorageLedger>()
            .AddSingleton<StorageReader>()
            .AddSingleton<StorageHistoryReader>()
            .AddSingleton<StorageScopeReader>()
            .AddSingleton<StorageSizeReader>()
            .AddSingleton<ProviderReader>()
            .AddSingleton<StorageService>()
            .AddSingleton<Pages.StoragePageServices>()
            .AddSingleton<IEndpointDependent, StorageEndpointRows>()
            .AddNavigation(
                new NavigationEntry(NavigationGroup.Storage, "Storage", Links.Storage, Icons.Folder, Permissions.StorageRead) { Order = 40, Keywords = "size bytes objects growth forecast cost treemap" },
                new NavigationEntry(NavigationGroup.Storage, "Providers", Links.Providers, Icons.Cloud, Permissions.StorageRead) { Order = 50, Keywords = "clouds coverage regions totals" })
            .AddHostedService<LeaseWorker<StorageMeasure>>()
            .AddHostedService<StorageDailyStart>();
    }

    private static LeaseTerms<StorageMeasure> TermsOf(StorageOptions options) => new(options.Lease, options.LookForWork, options.ConcurrentMeasures, "measure");

    /// <summary>Maps its routes.</summary>
    public static void MapStorage(this IEndpointRouteBuilder routes) => StorageApi.Map(routes);
}
