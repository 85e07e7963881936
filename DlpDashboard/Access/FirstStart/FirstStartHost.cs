using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DlpDashboard.Access.FirstStart;

/// <summary>
/// Runs <see cref="FirstStart"/> before the first request and prints the way in, once, to standard output alone: logs are kept and shipped.
/// </summary>
internal sealed class FirstStartHost(IServiceScopeFactory scopes, IServer server, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private CancellationTokenRegistration _started;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstStart>().RunAsync(cancellationToken) is { OneTimePassword: { } password } made)
        {
            // At once, for nobody can read it again; the address is known only when the server listens.
            await Console.Out.WriteLineAsync($"First administrator: {made.Email}   one-time password: {password}".AsMemory(), cancellationToken);
            await Console.Out.FlushAsync(cancellationToken);
        }

        _started = lifetime.ApplicationStarted.Register(PrintAddress);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _started.Dispose();

    private void PrintAddress()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.Out.WriteLine($"DlpDashboard is at {address}");
        }

        Console.Out.Flush();
    }
}
