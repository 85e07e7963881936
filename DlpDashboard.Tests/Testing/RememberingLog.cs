using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Testing;

/// <summary>Keeps every line with its values, scopes and exception, as a log shipper would see them.</summary>
internal sealed class RememberingLog : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Lined(this, categoryName);

    public ILogger<T> For<T>() => new LoggerFactory([this]).CreateLogger<T>();

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Lined(RememberingLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = new List<string> { category, formatter(state, exception), exception?.ToString() ?? "" };
            Add(parts, state);
            log._scopes.ForEachScope((scope, kept) => Add(kept, scope), parts);
            log.Lines.Enqueue(string.Join(" | ", parts));
        }

        private static void Add(List<string> parts, object? state)
        {
            parts.Add(state is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : state?.ToString() ?? "");
        }
    }
}
