using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Data;

/// <summary>The data room as the app registers it, without the rest of the app.</summary>
internal sealed class DataServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DataServices(string folder, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Data:Folder", folder)).Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)))
            .Build();
        _services = new ServiceCollection().AddLogging().AddData(configuration).BuildServiceProvider(validateScopes: true);
    }

    public DatabaseStart Start => _services.GetRequiredService<DatabaseStart>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public DlpDbContext NewContext() => Get<IDbContextFactory<DlpDbContext>>().CreateDbContext();

    public Task RunAsync() => Start.RunAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Start.StoppedAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
