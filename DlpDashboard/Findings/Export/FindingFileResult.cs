using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace DlpDashboard.Findings.Export;

/// <summary>Findings as a file, streamed: memory does not grow with their number.</summary>
/// <param name="fileName">As the browser saves it.</param>
/// <param name="contentType">The media type.</param>
/// <param name="writer">The format.</param>
/// <param name="findings">Read once.</param>
internal sealed class FindingFileResult(string fileName, string contentType, IFindingFileWriter writer, IAsyncEnumerable<ExportedFinding> findings) : IResult
{
    private const int FlushBytes = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        var pipe = response.BodyWriter;
        using var json = new Utf8JsonWriter(pipe, Options);
        writer.Begin(json);
        await foreach (var finding in findings.WithCancellation(httpContext.RequestAborted))
        {
            writer.Write(json, finding);
            if (writer.IsLines)
            {
                json.Flush();
                pipe.Write("\n"u8);
                json.Reset();
            }

            if (json.BytesPending + pipe.UnflushedBytes > FlushBytes)
            {
                json.Flush();
                await pipe.FlushAsync(httpContext.RequestAborted);
            }
        }

        writer.End(json);
        json.Flush();
        await pipe.FlushAsync(httpContext.RequestAborted);
    }
}
