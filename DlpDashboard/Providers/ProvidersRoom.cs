using DlpDashboard.Providers.Azure;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Providers.Local;
using DlpDashboard.Providers.S3;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers;

/// <summary>The room's door: every kind of storage is registered here and nowhere else.</summary>
public static class ProvidersRoom
{
    /// <summary>Adds the providers, the factory that opens them and the probe that tests a connection.</summary>
    public static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ProviderOptions.Section);
        services.AddOptions<ProviderOptions>()
            .Bind(section)
            .Configure(options => options.LocalRoots = ReadRoots(section.GetSection(nameof(ProviderOptions.LocalRoots))))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProviderOptions>, ProviderOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStoreProvider, LocalStoreProvider>();
        services.AddSingleton<IStoreProvider, S3StoreProvider>();
        services.AddSingleton<IStoreProvider, AzureStoreProvider>();
        services.AddSingleton<IStoreProvider, GcsStoreProvider>();
        services.AddSingleton<ObjectStoreFactory>();
        services.AddSingleton<ConnectionProbe>();
        return services;
    }

    private static string[] ReadRoots(IConfigurationSection section) =>
    [
        .. (section.Value ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetChildren().Select(child => child.Value).OfType<string>(),
    ];
}
