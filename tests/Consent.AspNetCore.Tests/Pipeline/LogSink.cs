using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Consent.AspNetCore.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogSink : ILoggerProvider
{
    public sealed record Entry(LogLevel Level, string? Event, string Message, Exception? Exception);

    public ConcurrentQueue<Entry> Entries { get; } = new();

    public IEnumerable<Entry> Of(string name) => Entries.Where(e => e.Event == name);

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogSink sink) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink.Entries.Enqueue(new(logLevel, eventId.Name, formatter(state, exception), exception));
    }
}
