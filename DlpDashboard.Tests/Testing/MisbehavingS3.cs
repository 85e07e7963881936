using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
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
/// A small S3 server inside the test that does what it is told: objects, ListObjectsV2 pages, ranges, If-Match; and, through
/// <see cref="Before"/>, any fault a server, a proxy or an attacker can show. It checks no signatures.
/// </summary>
public sealed class MisbehavingS3 : IAsyncDisposable
{
    private readonly IHost _host;
    private int _requests;

    private MisbehavingS3()
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

    /// <summary>The objects of its one bucket, <c>bucket</c>.</summary>
    public SortedDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys a page holds.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Asked before each answer with the request's number from 1; true = it has answered.</summary>
    public Func<HttpContext, int, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<MisbehavingS3> StartAsync()
    {
        var server = new MisbehavingS3();
        await server._host.StartAsync();
        server.Url = server._host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>A connection to it, with one named bucket unless told otherwise.</summary>
    public StoreConnection Connection(string? buckets = "bucket") => new(
        "aws",
        new Dictionary<string, string>
        {
            [S3Fields.ServiceUrl] = Url,
            [S3Fields.PathStyle] = "true",
            [S3Fields.Region] = "us-east-1",
            [S3Fields.AccessKeyId] = "KEY",
            [S3Fields.SecretAccessKey] = "SECRET",
        },
        buckets);

    /// <summary>Answers with an error as S3 writes it.</summary>
    public static async Task<bool> FailAsync(HttpContext context, int status, string code, string more = "")
    {
        context.Response.StatusCode = status;
        await WriteXmlAsync(context, $"<Error><Code>{code}</Code><Message>No.</Message>{more}<RequestId>1</RequestId></Error>");
        return true;
    }

    /// <summary>Answers with a text, whatever it is.</summary>
    public static async Task<bool> WriteXmlAsync(HttpContext context, string xml)
    {
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(xml.StartsWith("<?xml", StringComparison.Ordinal) || !xml.StartsWith('<') ? xml : $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{xml}");
        return true;
    }

    /// <summary>Ends the connection as a broken network would.</summary>
    public static Task<bool> CutAsync(HttpContext context)
    {
        context.Abort();
        return Task.FromResult(true);
    }

    /// <summary>The ETag its object has.</summary>
    public static string TagOf(byte[] bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"";

    /// <summary>Whether a request asks for an object's bytes.</summary>
    public static bool IsGet(HttpContext context) => context.Request.Method == "GET" && KeyOf(context).Length > 0;

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
            await AnswerObjectAsync(context, key);
        }
        else if (context.Request.Path == "/")
        {
            await WriteXmlAsync(context, "<ListAllMyBucketsResult><Owner><ID>1</ID></Owner><Buckets><Bucket><Name>bucket</Name><CreationDate>2024-01-01T00:00:00.000Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>");
        }
        else
        {
            await WriteXmlAsync(context, PageOf(context.Request.Query));
        }
    }

    private async Task AnswerObjectAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var bytes))
        {
            await FailAsync(context, 404, "NoSuchKey");
            return;
        }

        var wanted = context.Request.Headers.IfMatch.ToString();
        if (wanted.Length > 0 && wanted != TagOf(bytes))
        {
            await FailAsync(context, 412, "PreconditionFailed");
            return;
        }

        var (start, end) = RangeOf(context, bytes.Length);
        context.Response.Headers.ETag = TagOf(bytes);
        context.Response.ContentLength = end - start;
        if (context.Request.Headers.Range.Count > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {start}-{end - 1}/{bytes.Length}";
        }

        await context.Response.Body.WriteAsync(bytes.AsMemory(start, end - start));
    }

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

    private string PageOf(IQueryCollection query)
    {
        var after = query["continuation-token"].Count > 0 ? query["continuation-token"].ToString() : query["start-after"].ToString();
        var prefix = query["prefix"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).Take(PageSize + 1).ToList();
        var isTruncated = keys.Count > PageSize;
        var xml = new StringBuilder("<ListBucketResult><Name>bucket</Name><EncodingType>url</EncodingType>");
        foreach (var key in keys.Take(PageSize))
        {
            xml.Append(Entry(key, Objects[key].Length.ToString(CultureInfo.InvariantCulture), TagOf(Objects[key])));
        }

        xml.Append("<IsTruncated>").Append(isTruncated ? "true" : "false").Append("</IsTruncated>");
        if (isTruncated)
        {
            xml.Append("<NextContinuationToken>").Append(WebUtility.HtmlEncode(keys[PageSize - 1])).Append("</NextContinuationToken>");
        }

        return xml.Append("</ListBucketResult>").ToString();
    }

    /// <summary>One entry of a listing.</summary>
    public static string Entry(string key, string size, string tag = "\"0\"", string storageClass = "STANDARD") =>
        $"<Contents><Key>{Uri.EscapeDataString(key)}</Key><LastModified>2024-01-01T00:00:00.000Z</LastModified><ETag>{WebUtility.HtmlEncode(tag)}</ETag><Size>{size}</Size><StorageClass>{storageClass}</StorageClass></Contents>";

    // The path as it was sent: Kestrel's own has dots and escapes resolved.
    private static string KeyOf(HttpContext context)
    {
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        var slash = path.IndexOf('/', 1);
        return slash < 0 ? string.Empty : Uri.UnescapeDataString(path[(slash + 1)..]);
    }
}
