using DlpDashboard.Data.Local;
using DlpDashboard.Data.Protection;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Data;

/// <summary>Brings the database up before anything else of the app runs, and down after everything else has stopped.</summary>
internal sealed class DatabaseStart(
    IOptions<DatabaseOptions> database,
    IOptions<DataOptions> data,
    DatabaseAddress address,
    IServiceProvider services,
    TimeProvider time,
    ILoggerFactory loggers) : IHostedLifecycleService
{
    private bool _started;

    /// <summary>The private server; null where a connection string names another.</summary>
    public LocalPostgres? Local { get; private set; }

    /// <summary>Starts the private server where one is wanted and brings the tables up to date. Once; later calls do nothing.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_started)
        {
            return;
        }

        _started = true;
        try
        {
            address.ConnectionString = await AddressAsync(cancellationToken);
            await services.GetRequiredService<SchemaMigration>().RunAsync(cancellationToken);
            await services.GetRequiredService<ProtectionStart>().RunAsync(cancellationToken);
        }
        catch
        {
            // An app that does not start leaves no server behind.
            await StoppedAsync(CancellationToken.None);
            throw;
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (Local is not null)
        {
            // The host's patience is for requests; an orderly stop of the database is worth a few seconds more.
            await Local.StopAsync(CancellationToken.None);
        }
    }

    private async Task<string> AddressAsync(CancellationToken cancellationToken)
    {
        if (!database.Value.IsLocal)
        {
            return database.Value.ConnectionString
                ?? throw new StartRefusedException("SQL Server needs a connection string: set DLP__Database__ConnectionString.");
        }

        var options = data.Value;
        Local = new LocalPostgres(options.FolderPath, () => PostgresPrograms.Installed(options.PostgresBin), time, loggers.CreateLogger<LocalPostgres>());
        return await Local.StartAsync(cancellationToken);
    }
}
