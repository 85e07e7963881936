using System.Text.Json;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DlpDashboard.Posture;

/// <summary>Forms of the room's files.</summary>
internal enum PostureFileFormat
{
    /// <summary>A table.</summary>
    Csv,

    /// <summary>A list of the objects that REST answers with.</summary>
    Json,
}

/// <summary>Rows as a file, streamed.</summary>
internal static class PostureFile
{
    public static IResult Of<T>(string name, PostureFileFormat? format, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows) =>
        format == PostureFileFormat.Json ? new JsonFile<T>($"{name}.json", rows) : new CsvResult<T>($"{name}.csv", columns, rows);

    private sealed class JsonFile<T>(string fileName, IAsyncEnumerable<T> rows) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(fileName);
            response.Headers.ContentDisposition = disposition.ToString();
            var options = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            await JsonSerializer.SerializeAsync(response.Body, rows, options, httpContext.RequestAborted);
        }
    }
}
