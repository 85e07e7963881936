using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// A small blob service inside the test that does what it is told: blobs, List Blobs with prefix, delimiter, marker and startFrom, ranges,
/// If-Match; and, through <see cref="Before"/>, any fault a server, a proxy or an attacker can show. It checks no signatures.
/// </summary>
public sealed class MisbehavingAzure : IAsyncDisposable
{
    private readonly IHost _host;
    private int _requests;

    private MisbehavingAzure()
    {
        _host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseKestrel(kestrel =>
                {
                    kestrel.Listen(IPAddress.Loopback, 0);
                    kestrel.Limits.MinResponseDataRate = null;
                    kestrel.AddServerHeader = false;
                })
                .Configure(app => app.Run(AnswerAsync)))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>The blobs of its one container, <c>bucket</c>.</summary>
    public Dictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries a page holds.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>The order of a listing; a hierarchical namespace has its own (<see cref="ByFolder"/>).</summary>
    public IComparer<string> Order { get; set; } = StringComparer.Ordinal;

    /// <summary>Whether folders are listed as entries of their own.</summary>
    public bool IsHierarchical => Order == ByFolder;

    /// <summary>Whether it tells what namespace it has.</summary>
    public bool TellsNamespace { get; set; } = true;

    /// <summary>Whether it knows <c>startFrom</c>; else it refuses the version that brings it.</summary>
    public bool KnowsStartFrom { get; set; } = true;

    /// <summary>Entries given out in listings.</summary>
    public int Listed { get; private set; }

    /// <summary>Asked before each answer with the request's number from 1; true = it has answered.</summary>
    public Func<HttpContext, int, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Folder by folder: a slash comes before every other character.</summary>
    public static IComparer<string> ByFolder { get; } =
        Comparer<string>.Create((one, other) => string.CompareOrdinal(one.Replace('/', '\u0001'), other.Replace('/', '\u0001')));

    public static async Task<MisbehavingAzure> StartAsync()
    {
        var server = new MisbehavingAzure();
        await server._host.StartAsync();
        server.Url = server._host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>A connection to it, with one named container unless told otherwise.</summary>
    public StoreConnection Connection(string? buckets = "bucket") => new(
        "azure",
        new Dictionary<string, string>
        {
            [AzureFields.Credentials] = AzureFields.ByAccountKey,
            [AzureFields.AccountName] = "account",
            [AzureFields.AccountKey] = "U0VDUkVU",
            [AzureFields.ServiceUrl] = Url,
        },
        buckets);

    /// <summary>Answers with an error as the service writes it.</summary>
    public static async Task<bool> FailAsync(HttpContext context, int status, string code, string more = "")
    {
        context.Response.StatusCode = status;
        await WriteXmlAsync(context, $"<Error><Code>{code}</Code><Message>No.</Message>{more}</Error>");
        return true;
    }

    /// <summary>Answers with a text, whatever it is.</summary>
    public static async Task<bool> WriteXmlAsync(HttpContext context, string xml)
    {
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(xml.StartsWith("<?xml", StringComparison.Ordinal) || !xml.StartsWith('<') ? xml : $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}");
        return true;
    }

    /// <summary>A listing of these entries.</summary>
    public static string Listing(string entries, string? marker = null) =>
        $"<EnumerationResults ServiceEndpoint=\"http://x/\" ContainerName=\"bucket\"><Blobs>{entries}</Blobs><NextMarker>{WebUtility.HtmlEncode(marker)}</NextMarker></EnumerationResults>";

    /// <summary>One entry of a listing.</summary>
    public static string Entry(string key, string size, string tag = "0", string properties = "", string metadata = "") =>
        $"<Blob><Name Encoded=\"true\">{Uri.EscapeDataString(key)}</Name><Properties><Last-Modified>Mon, 01 Jan 2024 00:00:00 GMT</Last-Modified><Etag>{WebUtility.HtmlEncode(tag)}</Etag>"
        + $"<Content-Length>{size}</Content-Length><BlobType>BlockBlob</BlobType>{properties}</Properties><Metadata>{metadata}</Metadata></Blob>";

    /// <summary>The ETag its object has, without quotes.</summary>
    public static string TagOf(byte[] bytes) => "0x" + Convert.ToHexString(SHA256.HashData(bytes)[..8]);

    /// <summary>Whether a request asks for a blob's bytes.</summary>
    public static bool IsGet(HttpContext context) => context.Request.Method == "GET" && KeyOf(context).Length > 0;

    /// <summary>The range a request asks for, as first byte and end.</summary>
    public static (int Start, int End) RangeOf(HttpContext context, int length)
    {
        var range = context.Request.Headers.Range.ToString();
        if (range.Length == 0)
        {
            return (0, length);
        }

        var ends = range["bytes=".Length..].Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), Math.Min(int.Parse(ends[1], CultureInfo.InvariantCulture) + 1, length));
    }

    /// <summary>Writes the head of a good answer for a blob.</summary>
    public static (int Start, int End) BeginBlob(HttpContext context, byte[] bytes)
    {
        var (start, end) = RangeOf(context, bytes.Length);
        context.Response.Headers.ETag = $"\"{TagOf(bytes)}\"";
        context.Response.ContentLength = end - start;
        if (context.Request.Headers.Range.Count > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {start}-{end - 1}/{bytes.Length}";
        }

        return (start, end);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true));
        _host.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await Before(context, Interlocked.Increment(ref _requests)))
        {
            return;
        }

        var key = KeyOf(context);
        if (key.Length > 0)
        {
            await AnswerBlobAsync(context, key);
        }
        else if (context.Request.Path == "/")
        {
            await WriteXmlAsync(context, "<EnumerationResults ServiceEndpoint=\"http://x/\"><Containers><Container><Name>bucket</Name><Properties/></Container></Containers><NextMarker/></EnumerationResults>");
        }
        else if (context.Request.Query["restype"] == "account")
        {
            context.Response.Headers["x-ms-is-hns-enabled"] = IsHierarchical ? "true" : "false";
            await (TellsNamespace ? context.Response.CompleteAsync() : FailAsync(context, 403, "AuthorizationPermissionMismatch"));
        }
        else if (context.Request.Query.ContainsKey("startFrom") && !KnowsStartFrom)
        {
            await FailAsync(context, 400, "InvalidHeaderValue");
        }
        else
        {
            await WriteXmlAsync(context, PageOf(context.Request.Query));
        }
    }

    private async Task AnswerBlobAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var bytes))
        {
            await FailAsync(context, 404, "BlobNotFound");
            return;
        }

        var wanted = context.Request.Headers.IfMatch.ToString();
        if (wanted.Length > 0 && wanted.Trim('"') != TagOf(bytes))
        {
            await FailAsync(context, 412, "ConditionNotMet");
            return;
        }

        var (start, end) = BeginBlob(context, bytes);
        await context.Response.Body.WriteAsync(bytes.AsMemory(start, end - start));
    }

    private string PageOf(IQueryCollection query)
    {
        var (prefix, delimiter, marker, from) = (query["prefix"].ToString(), query["delimiter"].ToString(), query["marker"].ToString(), query["startFrom"].ToString());
        var size = Math.Min(PageSize, int.Parse(query["maxresults"].ToString(), CultureInfo.InvariantCulture));
        var names = Names().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => delimiter.Length > 0 && name.IndexOf('/', prefix.Length) is >= 0 and var at ? name[..(at + 1)] : name)
            .Distinct()
            .OrderBy(name => IsHierarchical ? name.TrimEnd('/') : name, Order).ThenBy(name => name, Order)
            .Where(name => (marker.Length == 0 || Order.Compare(name, marker) > 0) && (from.Length == 0 || Order.Compare(name, from) >= 0))
            .Take(size + 1).ToList();
        Listed += Math.Min(names.Count, size);
        var entries = names.Take(size).Select(name =>
            delimiter.Length > 0 && name.EndsWith('/') && name.Length > prefix.Length && !Objects.ContainsKey(name) ? $"<BlobPrefix><Name>{WebUtility.HtmlEncode(name)}</Name></BlobPrefix>"
            : Objects.TryGetValue(name, out var bytes) ? Entry(name, bytes.Length.ToString(CultureInfo.InvariantCulture), TagOf(bytes))
            : Entry(name, "0", "F", metadata: "<hdi_isfolder>true</hdi_isfolder>"));
        return Listing(string.Concat(entries), names.Count > size ? names[size - 1] : null);
    }

    private IEnumerable<string> Names() => !IsHierarchical ? Objects.Keys
        : Objects.Keys.Concat(Objects.Keys.SelectMany(key => Enumerable.Range(0, key.Length).Where(at => at > 0 && key[at] == '/').Select(at => key[..at]))).Distinct();

    // The path as it was sent: Kestrel's own has dots and escapes resolved.
    private static string KeyOf(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var slash = path.IndexOf('/', 1);
        return slash < 0 ? string.Empty : Uri.UnescapeDataString(path[(slash + 1)..]);
    }
}
