using System.Text.Json;
using System.Text.Json.Serialization;

namespace DlpDashboard.Scans.Live;

/// <summary>Registers the hub; <see cref="ScansRoom"/> is the door.</summary>
internal static class LiveHubs
{
    /// <summary>Longest message a client may send: there is nothing to say but that it lives.</summary>
    private const long LongestMessage = 4096;

    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LiveOptions>().Bind(configuration.GetSection(LiveOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSignalR()
            .AddHubOptions<LiveHub>(options =>
            {
                options.MaximumReceiveMessageSize = LongestMessage;
                options.KeepAliveInterval = TimeSpan.FromSeconds(10);
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
            })
            .AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        return services.AddSingleton<LiveSeats>().AddSingleton<EventTail>().AddSingleton<LivePump>();
    }
}
