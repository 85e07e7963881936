using System.Net;
using System.Threading.Channels;
using DlpDashboard.Tests.Testing;
using DlpDashboard.Web.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Web;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_is_named()
    {
        await using var collector = await Collector.StartAsync();
        await using (var app = new ExportingApp(collector.Address))
        {
            await app.InitializeAsync();
            using var client = app.NewClient();
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
            using (Measures.Activities.StartActivity("a room's work"))
            {
            }
        }

        var paths = collector.Paths();
        Assert.Contains("/opentelemetry.proto.collector.trace.v1.TraceService/Export", paths);
        Assert.Contains("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", paths);
    }

    [Fact]
    public void Nothing_listens_where_no_collector_is_named()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddTelemetry();
        Assert.DoesNotContain(builder.Services, service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.FullName?.Contains("Telemetry", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Telemetry:Logs", "xml", "Telemetry:Logs")]
    [InlineData("Telemetry:OtlpEndpoint", "not an address", "Telemetry:OtlpEndpoint")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[key] = value;
        builder.AddTelemetry();
        using var services = builder.Services.BuildServiceProvider();
        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TelemetryOptions>>().Value);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_name_organisation_scan_and_endpoint()
    {
        using var lines = new RememberingLog();
        var log = lines.For<TelemetryTests>();
        var (organisation, scan, endpoint) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        using (log.BeginScan(organisation, scan, endpoint))
        {
            log.LogWarning("Something");
        }

        Assert.Contains($"organisation={organisation} scan={scan} endpoint={endpoint}", Assert.Single(lines.Lines), StringComparison.Ordinal);
    }

    private sealed class ExportingApp(string collector) : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Telemetry:OtlpEndpoint", collector)];
    }

    /// <summary>Takes what comes and remembers where it came.</summary>
    private sealed class Collector(WebApplication server, Channel<string> seen) : IAsyncDisposable
    {
        public string Address => server.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2));
            var server = builder.Build();
            var seen = Channel.CreateUnbounded<string>();
            server.Run(async context =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                seen.Writer.TryWrite(context.Request.Path);
                context.Response.ContentType = "application/grpc";
                await context.Response.Body.WriteAsync(new byte[5]);
                context.Response.AppendTrailer("grpc-status", "0");
            });
            await server.StartAsync();
            return new Collector(server, seen);
        }

        public List<string> Paths()
        {
            var paths = new List<string>();
            while (seen.Reader.TryRead(out var path))
            {
                paths.Add(path);
            }

            return paths;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
