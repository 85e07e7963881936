using DlpDashboard.Endpoints;
using DlpDashboard.Posture;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.Storage;

namespace DlpDashboard.Demo;

/// <summary>What the demo is made with: the services that pages use.</summary>
/// <param name="Endpoints">Adds the endpoint.</param>
/// <param name="Tests">Tests it.</param>
/// <param name="Scans">Starts its first scan.</param>
/// <param name="Schedules">Adds its schedules.</param>
/// <param name="Storage">Has it measured.</param>
/// <param name="Posture">Has its folders' settings read.</param>
internal sealed record DemoServices(EndpointService Endpoints, ConnectionTestRunner Tests, ScanService Scans, ScheduleService Schedules, PostureService Posture, StorageService Storage);
