using System.Text;
using DlpDashboard.Kernel;
using Microsoft.Net.Http.Headers;

namespace DlpDashboard.Web;

/// <summary>
/// A table as a CSV file, streamed row by row: memory does not grow with its length. UTF-8 with a byte order mark (spreadsheets ask for it),
/// CRLF (RFC 4180), cells as <see cref="CsvText"/> writes them.
/// </summary>
/// <param name="fileName">As the browser saves it, such as <c>findings.csv</c>.</param>
/// <param name="columns">A header and a cell for each column.</param>
/// <param name="rows">The rows, read once.</param>
/// <typeparam name="T">The row.</typeparam>
public sealed class CsvResult<T>(string fileName, IReadOnlyList<CsvColumn<T>> columns, IAsyncEnumerable<T> rows) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Row(columns.Select(column => column.Header)));
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
        {
            await writer.WriteLineAsync(CsvText.Row(columns.Select(column => column.Cell(row))));
        }
    }
}
