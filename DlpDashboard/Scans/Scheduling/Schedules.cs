using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data.Jobs;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Scans.Scheduling.Pages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Registers schedules; <see cref="ScansRoom"/> is the door.</summary>
internal static class Schedules
{
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().Bind(configuration.GetSection(ScheduleOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AbsentActor>();
        return services
            .AddJobs(configuration)
            .AddSingleton<ScheduleSurroundings>()
            .AddSingleton<ScheduleTriggers>()
            .AddSingleton<ScheduleJournal>()
            .AddSingleton<ScheduleRunner>()
            .AddSingleton<ScheduleReader>()
            .AddSingleton<ScheduleService>()
            .AddTransient<ScheduleFeedback>()
            .AddSingleton<IEndpointDependent, ScheduleEndpointRows>()
            .AddSingleton<IRetentionPart, FiringRetention>()
            .AddNavigation(new NavigationEntry(NavigationGroup.Storage, "Schedules", Links.Schedules, Icons.Clock, Permissions.ScansRead) { Order = 30, Keywords = "recurring cron quartz" })
            .AddSingleton(new PageSubject(typeof(Pages.SchedulePage), async (services, actor, id, stop) => (await services.GetRequiredService<ScheduleReader>().OneAsync(actor, id, stop)).Succeeded))
            .AddHostedService<ScheduleStart>();
    }
}
