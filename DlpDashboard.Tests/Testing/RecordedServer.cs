using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Testing;

/// <summary>A server on loopback that answers as a test says and remembers what it was asked.</summary>
internal sealed class RecordedServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private RecordedServer(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _host = builder.Build();
        _host.Run(context =>
        {
            Asked.Enqueue(context.Request.Method + " " + context.Request.Path + context.Request.QueryString);
            Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
            return answer(context);
        });
    }

    /// <summary>Requests so far.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What each request was signed with.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<RecordedServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var server = new RecordedServer(answer);
        await server._host.StartAsync();
        server.Address = new Uri(server._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>Answers with a status and a text.</summary>
    public static Task SayAsync(HttpContext context, int status, string text, string kind = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = kind;
        return context.Response.WriteAsync(text);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}
