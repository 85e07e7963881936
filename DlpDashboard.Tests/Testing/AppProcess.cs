using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DlpDashboard.Tests.Testing;

/// <summary>The app as a process of its own, as people start it, so that it can be killed.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process) => _process = process;

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Everything it wrote so far, errors too.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>What it wrote to standard error.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>The code it ended with.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts it on a free port; settings such as <c>Data__Folder</c> get the prefix <c>DLP__</c>.</summary>
    public static AppProcess Start(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment["DLP__" + key] = value;
        }

        var app = new AppProcess(new Process { StartInfo = start });
        app._process.OutputDataReceived += (_, line) => app.Read(line.Data);
        app._process.ErrorDataReceived += (_, line) =>
        {
            app.Errors += line.Data is null ? "" : line.Data + "\n";
            app.Read(line.Data);
        };
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    /// <summary>Waits until it listens and answers where.</summary>
    public async Task<Uri> ListeningAsync()
    {
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_listening.Task, ended, Task.Delay(TimeSpan.FromMinutes(2)));
        Assert.True(first == _listening.Task, $"The app does not listen. It wrote:\n{Output}");
        return await _listening.Task;
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task EndedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(limit.Token);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndedAsync();
    }

    /// <summary>Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        Assert.Equal(0, Signal(_process.Id, Interrupt));
        await EndedAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await InterruptAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        const string Announcement = "DlpDashboard is at ";
        if (line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            _listening.TrySetResult(new Uri(line[Announcement.Length..]));
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Signal(int process, int signal);
}
