using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

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
            .AddSingleton<PostureQueue>()
            .AddSingleton<PostureLedger>()
            .AddSingleton<PostureRunner>()
            .AddSingleton<PostureReader>()
            .AddSingleton<BucketPostureReader>()
            .AddSingleton<BucketAccessReader>()
            .AddSingleton<BucketDocumentReader>()
            .AddSingleton<BucketHistoryReader>()
            .AddSingleton<PostureService>()
            .AddSingleton<ICheckCounts, PostureCheckDirectory>()
            .AddSingleton<IEndpointDependent, PostureEndpointRows>()
            .AddHostedService<PostureWorker>()
            .AddHostedService<PostureDailyStart>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapPosture(this IEndpointRouteBuilder routes) => PostureApi.Map(routes);
}
