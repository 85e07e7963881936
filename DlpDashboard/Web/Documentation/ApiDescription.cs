using System.Reflection;
using DlpDashboard.Kernel;
using DlpDashboard.Web.Paging;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DlpDashboard.Web.Documentation;

/// <summary>What the OpenAPI document says beyond what the routes' signatures tell.</summary>
internal static class ApiDescription
{
    /// <summary>The document's title, version and ways to sign in.</summary>
    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "DlpDashboard",
            Version = "v1",
            Description = "Everything the pages do. Sign in with POST /api/v1/auth/login; failures are application/problem+json (RFC 9457) with a stable code.",
        };

        // Where it is served from is the reader's business: an absolute address would be the proxy's inner one.
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["session"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "dlp.session",
            Description = "The cookie that signing in sets.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Gives list routes their two query parameters.</summary>
    public static Task DescribePagingAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var handler = context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault();
        if (handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageQuery)) == true)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "limit",
                In = ParameterLocation.Query,
                Description = "Rows of a page.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200", Default = PageQuery.DefaultLimit },
            });
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "cursor",
                In = ParameterLocation.Query,
                Description = "The next of the page before.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>Types with converters of ours are text: a cursor is opaque, a string keeps its word on whether it may be null.</summary>
    public static Task DescribeTextAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(PageCursor) || type == typeof(string))
        {
            schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            schema.Properties?.Clear();
        }

        return Task.CompletedTask;
    }
}
