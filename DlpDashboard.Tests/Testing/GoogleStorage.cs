using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// Google Cloud Storage's JSON API inside the test, as its reference says and as far as a scan needs it: buckets of a project, listings with
/// projections, offsets and pages, media with ranges, preconditions, checksums and gzip transcoding, a token endpoint that checks signatures;
/// and, through <see cref="Before"/>, any fault a server, a proxy or an attacker can show.
/// </summary>
public sealed class GoogleStorage : IAsyncDisposable
{
    /// <summary>The project its buckets belong to.</summary>
    public const string Project = "test-project";

    private readonly IHost _host;
    private int _requests;

    private GoogleStorage()
    {
        _host = new HostBuilder()
            .ConfigureWebHost(web => web
                .UseKestrel(kestrel =>
                {
                    kestrel.Listen(IPAddress.Loopback, 0);
                    kestrel.Limits.MinResponseDataRate = null;
                    kestrel.Limits.MaxRequestLineSize = 64 * 1024;
                })
                .Configure(app => app.Run(AnswerAsync)))
            .ConfigureLogging(logging => logging.ClearProviders())
            .Build();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Its token endpoint.</summary>
    public GoogleAccount Account { get; } = new();

    /// <summary>Its buckets and their objects, by name.</summary>
    public SortedDictionary<string, SortedList<string, GoogleObject>> Buckets { get; } = new(StringComparer.Ordinal) { ["bucket"] = NewBucket() };

    /// <summary>The objects of <c>bucket</c>.</summary>
    public SortedList<string, GoogleObject> Objects => Buckets["bucket"];

    /// <summary>Keys or buckets a page holds.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether requests need a token of <see cref="Account"/>.</summary>
    public bool WantsToken { get; set; }

    /// <summary>The project that must pay for requests about buckets, or null.</summary>
    public string? Payer { get; set; }

    /// <summary>Asked before each answer, tokens' too, with the request's number from 1; true = it has answered.</summary>
    public Func<HttpContext, int, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<GoogleStorage> StartAsync()
    {
        var server = new GoogleStorage();
        await server._host.StartAsync();
        server.Url = server._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Account.TokenUri = server.Url + "/token";
        return server;
    }

    /// <summary>An empty bucket, in the order of keys' bytes.</summary>
    public static SortedList<string, GoogleObject> NewBucket() =>
        new(Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b))));

    /// <summary>A connection without credentials, with one named bucket unless told otherwise.</summary>
    public StoreConnection Connection(string? buckets = "bucket", params (string Field, string Value)[] more) => new(
        "gcp",
        new Dictionary<string, string>([new(GcsFields.EndpointUrl, Url), new(GcsFields.Credentials, GcsFields.ByNone), new(GcsFields.ProjectId, Project)])
            .Concat(more.Select(pair => new KeyValuePair<string, string>(pair.Field, pair.Value))).GroupBy(pair => pair.Key).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value),
        buckets);

    /// <summary>A connection by the service account's key.</summary>
    public StoreConnection SignedConnection(string? buckets = "bucket") =>
        Connection(buckets, (GcsFields.Credentials, GcsFields.ByServiceAccount), (GcsFields.ServiceAccountJson, Account.Json()));

    /// <summary>Answers with an error as Google writes it.</summary>
    public static async Task<bool> FailAsync(HttpContext context, int status, string reason, string message = "No.")
    {
        context.Response.StatusCode = status;
        return await WriteAsync(context, new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["errors"] = new JsonArray(new JsonObject { ["domain"] = "global", ["reason"] = reason, ["message"] = message }) },
        }.ToJsonString());
    }

    /// <summary>Answers with a text, whatever it is.</summary>
    public static async Task<bool> WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "application/json; charset=UTF-8";
        await context.Response.WriteAsync(text);
        return true;
    }

    /// <summary>Whether a request asks for an object's bytes.</summary>
    public static bool IsMedia(HttpContext context) => context.Request.Query["alt"] == "media";

    /// <summary>The range a request asks for, as first byte and end.</summary>
    public static (int Start, int End) RangeOf(HttpContext context, int length)
    {
        var range = context.Request.GetTypedHeaders().Range?.Ranges.Single();
        return range is null ? (0, length) : ((int)range.From!.Value, (int)Math.Min(range.To!.Value + 1, length));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true));
        _host.Dispose();
        Account.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (await Before(context, Interlocked.Increment(ref _requests)))
        {
            return;
        }

        // The path as it was sent: Kestrel's own has dots and escapes resolved.
        var parts = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0].Split('/').Skip(1).Select(Uri.UnescapeDataString).ToArray();
        var answer = (parts, context.Request.Method) switch
        {
            (["token"], "POST") => Account.AnswerAsync(context),
            (["storage", "v1", ..], "GET") when WantsToken && !Account.Knows(context.Request.Headers.Authorization.ToString()) => FailAsync(context, 401, "authError", "Invalid Credentials"),
            (["storage", "v1", "b", _, ..], "GET") when Payer is not null && context.Request.Query["userProject"] != Payer =>
                FailAsync(context, 400, "required", "Bucket is a requester pays bucket but no user project provided."),
            (["storage", "v1", "b"], "GET") => AnswerBucketsAsync(context),
            (["storage", "v1", "b", var bucket, ..], "GET") when !Buckets.ContainsKey(bucket) => FailAsync(context, 404, "notFound", "The specified bucket does not exist."),
            (["storage", "v1", "b", var bucket, "o"], "GET") => WriteAsync(context, PageOf(Buckets[bucket], context.Request.Query).ToJsonString()),
            (["storage", "v1", "b", var bucket, "o", var key], "GET") when Buckets[bucket].TryGetValue(key, out var found) => AnswerObjectAsync(context, key, found),
            _ => FailAsync(context, 404, "notFound", "Not Found"),
        };
        await answer;
    }

    private Task<bool> AnswerBucketsAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["project"] != Project)
        {
            return query["project"].Count == 0 ? FailAsync(context, 400, "required", "Required parameter: project") : FailAsync(context, 403, "forbidden");
        }

        var names = Buckets.Keys.Where(name => string.CompareOrdinal(name, query["pageToken"].ToString()) > 0).ToList();
        var page = new JsonObject { ["kind"] = "storage#buckets", ["items"] = new JsonArray([.. names.Take(PageSize).Select(name => new JsonObject { ["name"] = name, ["timeCreated"] = "2024-01-01T00:00:00.000Z", ["location"] = "EUROPE-WEST3" })]) };
        if (names.Count > PageSize)
        {
            page["nextPageToken"] = names[PageSize - 1];
        }

        return WriteAsync(context, page.ToJsonString());
    }

    private JsonObject PageOf(SortedList<string, GoogleObject> bucket, IQueryCollection query)
    {
        var prefix = query["prefix"].ToString();
        var size = Math.Min(PageSize, int.Parse(query["maxResults"].ToString(), CultureInfo.InvariantCulture));
        var token = query["pageToken"].Count == 0 ? null : Encoding.UTF8.GetString(Convert.FromBase64String(query["pageToken"].ToString()));
        var first = token is null ? 0 : PlaceOf(bucket, token) + 1;
        first = new[] { first, PlaceOf(bucket, prefix), PlaceOf(bucket, query["startOffset"].ToString()) }.Max();
        var asked = query["fields"].ToString();
        var items = new JsonArray();
        for (var at = first; at < bucket.Count && bucket.Keys[at].StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            if (items.Count == size)
            {
                return new JsonObject { ["kind"] = "storage#objects", ["nextPageToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(bucket.Keys[at - 1])), ["items"] = items };
            }

            items.Add((JsonNode)bucket.Values[at].Resource(bucket.Keys[at], asked));
        }

        return items.Count == 0 ? new JsonObject { ["kind"] = "storage#objects" } : new JsonObject { ["kind"] = "storage#objects", ["items"] = items };
    }

    // Of the first key that is not before the text.
    private static int PlaceOf(SortedList<string, GoogleObject> bucket, string text)
    {
        var (low, high) = (0, bucket.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = bucket.Comparer.Compare(bucket.Keys[middle], text) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static async Task AnswerObjectAsync(HttpContext context, string key, GoogleObject found)
    {
        if (!IsMedia(context))
        {
            await WriteAsync(context, found.Resource(key, context.Request.Query["fields"].ToString()).ToJsonString());
            return;
        }

        var wanted = context.Request.Query["ifGenerationMatch"].ToString();
        var (start, end) = RangeOf(context, found.Bytes.Length);
        if ((wanted.Length > 0 && wanted != found.Generation.ToString(CultureInfo.InvariantCulture)) || start >= Math.Max(1, found.Bytes.Length))
        {
            // Requests for bytes are answered with plain text.
            context.Response.StatusCode = wanted.Length > 0 && wanted != found.Generation.ToString(CultureInfo.InvariantCulture) ? 412 : 416;
            await context.Response.WriteAsync("At least one of the pre-conditions you specified did not hold.");
            return;
        }

        found.Describe(context.Response.Headers);
        if (found.ContentEncoding == "gzip" && !context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            // Decompressive transcoding: all of it whatever range was asked for, and no length.
            context.Response.Headers.Warning = "214 UploadServer gunzipped";
            await using var unpacked = new GZipStream(new MemoryStream(found.Bytes), CompressionMode.Decompress);
            await unpacked.CopyToAsync(context.Response.Body);
            return;
        }

        context.Response.Headers.ContentEncoding = found.ContentEncoding;
        context.Response.ContentLength = end - start;
        if (context.Request.Headers.Range.Count > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {start}-{end - 1}/{found.Bytes.Length}";
        }

        await context.Response.Body.WriteAsync(found.Bytes.AsMemory(start, end - start));
    }
}
