using System.ComponentModel;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Overall;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Storage;

/// <summary>REST over the room's readers and service.</summary>
internal static class StorageApi
{
    private const int UsualDays = 90;
    private const int MostDays = 4000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Storage");
        api.MapGet("/storage/size", SizeAsync).RequirePermission(Permissions.StorageRead).WithSummary("Sizes of buckets and endpoints with their history, the largest buckets first");
        api.MapGet("/storage/size/export", Export).RequirePermission(Permissions.StorageRead).WithSummary("Buckets of a filter as CSV");
        api.MapGet("/storage/buckets/{bucketId:guid}", BucketAsync).RequirePermission(Permissions.StorageRead).WithSummary("How one bucket is made up, its history and forecast")
            .Produces<BucketStorage>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/storage/measures", MeasuresAsync).RequirePermission(Permissions.StorageRead).WithSummary("The newest measures");
        api.MapPost("/storage/endpoints/{endpointId:guid}/measure", MeasureAsync).RequirePermission(Permissions.StorageMeasure).WithSummary("Measure an endpoint now")
            .Produces<AskedMeasure>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/providers", ProvidersAsync).RequirePermission(Permissions.StorageRead).WithSummary("What lies with each provider, and how much of it was scanned and checked");
        api.MapGet("/providers/export", ExportProviders).RequirePermission(Permissions.StorageRead).WithSummary("The same as CSV");
    }

    private static Task<StorageSize> SizeAsync(
        Actor actor, PageQuery page, StorageSizeReader reader, [AsParameters] StorageQuery query, [Description("Days of history, 0 to 4,000")] int? days, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, query.Filter, page.After, page.Limit, Math.Clamp(days ?? UsualDays, 0, MostDays), cancellationToken);

    private static CsvResult<StorageRow> Export(Actor actor, StorageReader reader, [AsParameters] StorageQuery query, CancellationToken cancellationToken) =>
        new("storage.csv", StorageCsv.Buckets, reader.ExportAsync(actor, query.Filter, cancellationToken));

    private static async Task<IResult> BucketAsync(Actor actor, Guid bucketId, StorageHistoryReader reader, CancellationToken cancellationToken) =>
        (await reader.BucketAsync(actor, bucketId, cancellationToken)).ToResult();

    private static async Task<MeasureList> MeasuresAsync(Actor actor, StorageHistoryReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, CancellationToken cancellationToken) =>
        new(await reader.MeasuresAsync(actor, endpointId, cancellationToken));

    private static async Task<IResult> MeasureAsync(Actor actor, Guid endpointId, StorageService service, CancellationToken cancellationToken) =>
        (await service.MeasureAsync(actor, endpointId, cancellationToken)).ToResult(id => TypedResults.Accepted($"{ApiPaths.Root}/storage/measures?endpoint={endpointId}", new AskedMeasure(id)));

    private static async Task<ProviderList> ProvidersAsync(Actor actor, ProviderReader reader, CancellationToken cancellationToken) => new(await reader.ListAsync(actor, cancellationToken));

    private static CsvResult<ProviderSummary> ExportProviders(Actor actor, ProviderReader reader, CancellationToken cancellationToken) =>
        new("providers.csv", StorageCsv.Providers, reader.RowsAsync(actor, cancellationToken));
}

/// <summary>What a list of buckets can be asked for.</summary>
/// <param name="Endpoint">Of one endpoint.</param>
/// <param name="Provider">Of one provider.</param>
/// <param name="Q">Part of the name.</param>
/// <param name="Uploads">Ones with unfinished uploads.</param>
/// <param name="Unlisted">Ones that could not be listed.</param>
/// <param name="Sort">bytes, objects, growth or cost.</param>
internal readonly record struct StorageQuery(Guid? Endpoint, string? Provider, string? Q, bool? Uploads, bool? Unlisted, QueryEnum<StorageSort>? Sort)
{
    /// <summary>The same as readers take it.</summary>
    public StorageFilter Filter => new(Endpoint, Provider, Q, Uploads == true, Unlisted == true, Sort?.Value ?? StorageSort.Bytes);
}

/// <summary>A measure that was put in line.</summary>
/// <param name="Id">Its id.</param>
internal sealed record AskedMeasure(Guid Id);

/// <summary>Measures.</summary>
/// <param name="Items">The newest first.</param>
internal sealed record MeasureList(IReadOnlyList<MeasureRow> Items);

/// <summary>Providers.</summary>
/// <param name="Items">The largest first.</param>
internal sealed record ProviderList(IReadOnlyList<ProviderSummary> Items);
