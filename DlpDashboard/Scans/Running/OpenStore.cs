using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Running;

/// <summary>Opens the storage of an endpoint (<see cref="EndpointStores.OpenAsync"/>).</summary>
internal delegate Task<Outcome<OpenEndpoint>> OpenStore(Guid organisationId, Guid endpointId, CancellationToken cancellationToken);
