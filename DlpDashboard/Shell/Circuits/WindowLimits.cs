using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Shell.Circuits;

/// <summary>Registers the limits; <see cref="ShellRoom"/> is the door.</summary>
internal static class WindowLimits
{
    public static IServiceCollection AddWindowLimits(this IServiceCollection services)
    {
        services.AddOptions<WindowOptions>().BindConfiguration(WindowOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CircuitOptions>().Configure<IOptions<WindowOptions>>((circuits, windows) =>
        {
            circuits.DisconnectedCircuitMaxRetained = windows.Value.KeptAfterCut;
            circuits.DisconnectedCircuitRetentionPeriod = windows.Value.KeptFor;
            circuits.MaxBufferedUnacknowledgedRenderBatches = windows.Value.UnansweredDrawings;
            circuits.JSInteropDefaultCallTimeout = windows.Value.AnswerWithin;
        });

        // The circuits' hub is the framework's own type: it takes what holds for all hubs; hubs of ours set their own.
        services.AddOptions<HubOptions>().Configure<IOptions<WindowOptions>>((hub, windows) => hub.MaximumReceiveMessageSize = windows.Value.MaxMessageBytes);
        return services.AddSingleton<WindowSeats>().AddSingleton<WindowGate>();
    }
}
