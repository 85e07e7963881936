namespace DlpDashboard.Demo;

/// <summary>Once at start, behind the first requests: writes the files and sets the demo up.</summary>
internal sealed class DemoStart(DemoFolder folder, IServiceScopeFactory scopes, ILogger<DemoStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var files = await folder.WriteAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            var made = await scope.ServiceProvider.GetRequiredService<DemoSetUp>().RunAsync(folder.Files, stoppingToken);
            if (!made.Succeeded)
            {
                log.LogError("The demo could not be set up: {Sentence}", made.Problem.Sentence);
            }
            else if (made.Value)
            {
                log.LogInformation("The demo is ready: {Files} made-up files in {Folder}; the values planted in them are listed in {Manifest}", files, folder.Files, folder.Manifest);
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "The demo could not be set up. Look at the free space of the data folder and start the app again.");
        }
    }
}
