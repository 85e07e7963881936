using DlpDashboard.Access.FirstStart;
using DlpDashboard.Data;
using DlpDashboard.Providers;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Demo;

/// <summary>A first start with something to look at: made-up files, an endpoint over them, a scan and schedules.</summary>
public static class DemoRoom
{
    /// <summary>The argument that asks for it.</summary>
    public const string Argument = "--demo";

    /// <summary>Registers the room; nothing of it where the demo is not asked for.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, string[] args)
    {
        var section = configuration.GetSection(DemoOptions.Section);
        if (!args.Contains(Argument) && !section.GetValue<bool>(nameof(DemoOptions.Enabled)))
        {
            return services;
        }

        services.AddOptions<DemoOptions>().Bind(section).Configure(demo => demo.Enabled = true)
            .Validate(demo => demo.Files is >= 1 and <= 1_000_000, "Demo:Files takes 1 to 1,000,000. Mend it.").ValidateOnStart();
        services.AddSingleton<DemoFolder>();
        services.AddOptions<ProviderOptions>().PostConfigure<DemoFolder>((providers, folder) => providers.LocalRoots = [.. providers.LocalRoots, folder.Files]);
        services.PostConfigure<BootstrapOptions>(first =>
        {
            if (configuration[$"{BootstrapOptions.Section}:{nameof(BootstrapOptions.Organisation)}"] is null)
            {
                first.Organisation = "Demo organisation";
            }
        });
        services.AddScoped<DemoServices>();
        services.AddScoped<DemoSetUp>();
        services.AddHostedService<DemoStart>();
        return services;
    }
}
