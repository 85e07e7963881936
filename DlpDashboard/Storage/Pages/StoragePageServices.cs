using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Overall;

namespace DlpDashboard.Storage.Pages;

/// <summary>What the storage page asks.</summary>
/// <param name="Sizes">Sums.</param>
/// <param name="Histories">Days, and measures that ended.</param>
/// <param name="Scopes">What a scope is made of.</param>
/// <param name="Service">Commands.</param>
/// <param name="Endpoints">Names of endpoints.</param>
internal sealed record StoragePageServices(StorageSizeReader Sizes, StorageHistoryReader Histories, StorageScopeReader Scopes, StorageService Service, IEndpointDirectory Endpoints);
