using DlpDashboard.Access;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Compliance;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Posture.Timing;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Posture;

/// <summary>The room's door: how buckets are set up, who can reach them, what is wrong with it.</summary>
public static class PostureRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPosture(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PostureOptions>().Bind(configuration.GetSection(PostureOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PostureProgressFeed>()
            .AddSingleton(provider => TermsOf(provider.GetRequiredService<IOptions<PostureOptions>>().Value))
            .AddSingleton<LeaseQueue<PostureRefresh>>()
            .AddSingleton<EndpointLine<PostureRefresh>>()
            .AddSingleton<PostureLedger>()
            .AddSingleton<ILeaseRunner<PostureRefresh>, PostureRunner>()
            .AddSingleton<PostureReader>()
            .AddSingleton<BucketPostureReader>()
            .AddSingleton<BucketAccessReader>()
            .AddSingleton<BucketDocumentReader>()
            .AddSingleton<BucketHistoryReader>()
            .AddSingleton<PostureOverviewReader>()
            .AddSingleton<ComplianceReader>()
            .AddSingleton<PostureService>()
            .AddSingleton<ICheckCounts, PostureCheckDirectory>()
            .AddSingleton<PostureTimingService>()
            .AddSingleton<PostureUpkeep>()
            .AddSingleton<Pages.SecurityPageServices>()
            .AddNavigation(
                new NavigationEntry(NavigationGroup.DataSecurity, "Security", Links.Security, Icons.Shield, Permissions.PostureRead) { Order = 2, Key = 'b', Keywords = "posture buckets public policy checks exposure" },
                new NavigationEntry(NavigationGroup.DataSecurity, "Compliance", Links.Compliance, Icons.Check, Permissions.PostureRead) { Order = 3, Keywords = "cis nist pci fsbp framework controls report" })
            .AddSingleton<IEndpointDependent, PostureEndpointRows>()
            .AddSingleton<IRetentionPart, PostureRetention>()
            .AddHostedService<LeaseWorker<PostureRefresh>>()
            .AddHostedService<PostureDailyStart>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapPosture(this IEndpointRouteBuilder routes)
    {
        PostureApi.Map(routes);
        ComplianceApi.Map(routes);
        PostureTimingApi.Map(routes);
    }

    private static LeaseTerms<PostureRefresh> TermsOf(PostureOptions options) => new(options.Lease, options.LookForWork, options.ConcurrentRefreshes, "posture refresh");
}
