using System.Runtime.InteropServices;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Leases;
using DlpDashboard.Data.PostgreSql;
using DlpDashboard.Data.Protection;
using DlpDashboard.Data.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Data;

/// <summary>The database: which one, how it is reached, what only one of the providers can say.</summary>
public static class DataRoom
{
    /// <summary>
    /// Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="DlpDbContext"/>, <see cref="IDatabaseDialect"/> and the health check <c>database</c>.
    /// The database is up before any hosted service starts.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DataOptions>().Bind(configuration.GetSection(DataOptions.Section));
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section))
            .Validate(
                options => options.IsSqlServer || string.Equals(options.Provider, PostgreSqlDlpDbContext.ProviderName, StringComparison.OrdinalIgnoreCase),
                "Database:Provider (DLP__Database__Provider) must be 'postgres' or 'sqlserver'.")
            .ValidateOnStart();
        services.AddOptions<NodeOptions>().Bind(configuration.GetSection(NodeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NodeName>();
        services.AddSingleton<DatabaseAddress>();
        services.AddSingleton<SchemaMigration>();
        services.AddSingleton<DatabaseStart>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseStart>());
        AddProtection(services, configuration);
        services.AddHealthChecks().AddCheck<DatabaseHealth>(DatabaseHealth.Name, tags: ["ready"]);
        if (configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() is { IsSqlServer: true })
        {
            AddSqlServer(services);
        }
        else
        {
            AddPostgreSql(services);
        }

        return services;
    }

    /// <summary>
    /// Brings the database up, runs the app and answers its exit code. What the operator must mend is one sentence on standard error and not a failed host's trace.
    /// </summary>
    public static async Task<int> RunOnDatabaseAsync(this IHost app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            await StartAsync(app);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return StartRefusedException.ExitCode;
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>The host listens to signals only once it runs; a recovery may be longer than somebody's patience, and its server must not be left behind.</summary>
    private static async Task StartAsync(IHost app)
    {
        using var stopping = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await app.Services.GetRequiredService<DatabaseStart>().RunAsync(stopping.Token);
    }

    private static void AddProtection(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProtectionOptions>().Bind(configuration.GetSection(ProtectionOptions.Section));
        services.AddSingleton<KeyWraps>();
        services.AddSingleton<DatabaseXmlRepository>();
        services.AddSingleton<ProtectionStart>();
        services.AddSingleton<FoundValueKeyReader>();
        services.AddDataProtection().SetApplicationName("DlpDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseXmlRepository, KeyWraps>((keys, repository, wraps) =>
        {
            keys.XmlRepository = repository;
            keys.XmlEncryptor = new WrappingXmlEncryptor(wraps);
        });
    }

    private static void AddPostgreSql(IServiceCollection services)
    {
        services.AddDbContextFactory<PostgreSqlDlpDbContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<DatabaseAddress>().ConnectionString).ConfigureWarnings(CountUpToALimit));
        services.AddSingleton<IDbContextFactory<DlpDbContext>, ContextFactory<PostgreSqlDlpDbContext>>();
        services.AddSingleton<IDatabaseDialect, PostgreSqlDialect>();
    }

    private static void AddSqlServer(IServiceCollection services)
    {
        services.AddDbContextFactory<SqlServerDlpDbContext>((provider, options) =>
            options.UseSqlServer(provider.GetRequiredService<DatabaseAddress>().ConnectionString, sql => sql.UseCompatibilityLevel(SqlServerDlpDbContext.CompatibilityLevel)).ConfigureWarnings(CountUpToALimit));
        services.AddSingleton<IDbContextFactory<DlpDbContext>, ContextFactory<SqlServerDlpDbContext>>();
        services.AddSingleton<IDatabaseDialect, SqlServerDialect>();
    }

    /// <summary>Counts up to a limit and deletes in batches take any rows: no order is asked of them. Pages order theirs, which tests hold.</summary>
    private static void CountUpToALimit(WarningsConfigurationBuilder warnings) => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);
}
