using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using DlpDashboard.Web.Documentation;
using DlpDashboard.Web.Limits;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Web;

/// <summary>REST plumbing: problems, paging, limits, documentation, health.</summary>
public static class WebRoom
{
    /// <summary>Registers the plumbing.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WebOptions>>((kestrel, web) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = web.Value.MaxBodyBytes;
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>((headers, web) => Trust(headers, web.Value));
        services.Configure<JsonOptions>(options => Strict(options.SerializerOptions));

        // In development too a bad request is an answer and not a page of code.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<RateLimits>();
        services.AddExceptionHandler<RequestExceptionHandler>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.HttpContext.TraceIdentifier);
        services.AddHealthChecks();
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer(ApiDescription.DescribeAsync);
            options.AddOperationTransformer(ApiDescription.DescribePagingAsync);
            options.AddSchemaTransformer(ApiDescription.DescribeTextAsync);
        });
        return services;
    }

    /// <summary>What stands before everything else: trusted proxies, the end of exceptions, plain security headers, answers for empty errors of the API.</summary>
    public static IApplicationBuilder UseWebEdge(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseWhen(context => ApiPaths.IsRest(context.Request.Path) || HttpMethods.IsPost(context.Request.Method), counted => counted.UseMiddleware<RateLimitHeaders>());
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", CreateScopeForErrors = true, SuppressDiagnosticsCallback = handled => handled.HttpContext.Response.StatusCode < 500 });
        app.UseMiddleware<EdgeHeadersMiddleware>();
        app.UseWhen(context => ApiPaths.Contains(context.Request.Path), api => api.UseStatusCodePages(EmptyErrors.FillAsync));
        return app;
    }

    /// <summary>What needs the route and the person: refusal of cross-site and unstorable requests, rate limits. Between authentication and authorisation.</summary>
    public static IApplicationBuilder UseWebLimits(this IApplicationBuilder app) =>
        app.UseMiddleware<UnstorableQueryMiddleware>().UseMiddleware<SameSiteMiddleware>().UseMiddleware<RateLimitMiddleware>();

    /// <summary>The API's documentation; after authorisation, because it needs a sign-in.</summary>
    public static IApplicationBuilder UseApiDocs(this IApplicationBuilder app) =>
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.DocumentTitle = "DlpDashboard API";
            options.SwaggerEndpoint("/openapi/v1.json", "DlpDashboard API v1");
        });

    /// <summary>Maps health and the OpenAPI document.</summary>
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        HealthRoutes.Map(routes);
    }

    private static void Trust(ForwardedHeadersOptions headers, WebOptions web)
    {
        headers.ForwardedHeaders = web.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in web.TrustedProxies)
        {
            if (!IPAddress.TryParse(proxy, out var address))
            {
                throw new OptionsValidationException(nameof(WebOptions), typeof(WebOptions), [$"Web:TrustedProxies: \"{proxy}\" is not an IP address."]);
            }

            headers.KnownProxies.Add(address);
        }
    }

    private static void Strict(JsonSerializerOptions json)
    {
        json.MaxDepth = 32;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new PageCursorConverter());
        json.Converters.Add(new StorableStringConverter());
    }
}
