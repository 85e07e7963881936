using System.Globalization;
using Azure.Core;

namespace DlpDashboard.Providers.Azure;

/// <summary>One request to the blob service.</summary>
/// <param name="Method">What to do.</param>
/// <param name="Container">Which container; null for the account itself.</param>
/// <param name="Key">Which blob; null for the container itself.</param>
/// <param name="Query">Parameters, unescaped; those without a value are left out.</param>
/// <param name="Version">The service version asked for.</param>
internal sealed record AzureRequest(RequestMethod Method, string? Container, string? Key, IReadOnlyList<(string Name, string? Value)> Query, string Version = AzureRequest.UsualVersion)
{
    /// <summary>Names with characters that XML cannot carry arrive encoded from 2021-02-12 on.</summary>
    public const string UsualVersion = "2023-11-03";

    /// <summary>Only this very version of the blob, or null.</summary>
    public string? IfMatch { get; init; }

    /// <summary>First byte and end of the part asked for, or null for all.</summary>
    public (long Start, long End)? Range { get; init; }

    /// <summary>Writes itself into the SDK's request.</summary>
    /// <param name="request">Of the SDK.</param>
    /// <param name="endpoint">The blob service.</param>
    public void Write(Request request, Uri endpoint)
    {
        var path = string.Join('/', new[] { endpoint.AbsoluteUri.TrimEnd('/'), Container, Key is null ? null : Escaped(Key) }.OfType<string>());
        var query = string.Join('&', Query.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
        request.Method = Method;
        request.Uri.Reset(new Uri(query.Length > 0 ? $"{path}{(Container is null ? "/" : "")}?{query}" : path));
        request.Headers.SetValue("x-ms-version", Version);
        request.Headers.SetValue("Accept", "application/xml");
        if (IfMatch is not null)
        {
            request.Headers.SetValue("If-Match", $"\"{IfMatch}\"");
        }

        if (Range is { } range)
        {
            request.Headers.SetValue("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={range.Start}-{range.End - 1}"));
        }
    }

    // A URI drops segments of dots, so that another blob would be asked for; with its slashes escaped too, a key is one segment.
    private static string Escaped(string key)
    {
        var escaped = Uri.EscapeDataString(key);
        return key.Split('/').Any(segment => segment is "." or "..") ? escaped : escaped.Replace("%2F", "/", StringComparison.Ordinal);
    }
}
