using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace DlpDashboard.Data.Jobs;

/// <summary>
/// Quartz on the app's own database: its tables, beginning with <c>qrtz_</c>, are made where they are missing. Clustered: of several nodes one
/// fires each trigger, and what a dead node was at is taken up by another.
/// </summary>
internal static class JobStore
{
    /// <summary>Registers the scheduler; it starts once the app does.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var isSqlServer = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() is { IsSqlServer: true };
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "dlp";
                options.GenerateInstanceId = true;

                // A trigger made by another node is seen after this time at the latest.
                options.IdleWaitTime = TimeSpan.FromSeconds(10);
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                if (isSqlServer)
                {
                    store.UseSqlServer(options => options.DataSourceFactory = provider => SqlClientFactory.Instance.CreateDataSource(Address(provider)));
                }
                else
                {
                    store.UsePostgres(options => options.DataSourceFactory = provider => NpgsqlDataSource.Create(Address(provider)));
                }

                store.ConfigureStore(options =>
                {
                    options.TablePrefix = "qrtz_";
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = TimeSpan.FromMinutes(1);
                });
                store.UseClustering(options => options.CheckinInterval = TimeSpan.FromSeconds(10));
                store.ProvisionSchema();
            });
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static string Address(IServiceProvider provider)
    {
        var address = provider.GetRequiredService<DatabaseAddress>().ConnectionString;
        return provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.IsSqlServer
            ? address
            : new NpgsqlConnectionStringBuilder(address) { MaxPoolSize = 6, ApplicationName = "dlp-jobs" }.ConnectionString;
    }
}
