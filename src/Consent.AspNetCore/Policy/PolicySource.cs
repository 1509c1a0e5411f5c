using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>
/// Holds the policy in force. One read from a file is read again when the file changes; a wrong file stops the start,
/// and later on is logged, while the last good policy stays.
/// </summary>
internal sealed partial class PolicySource : IDisposable
{
    private readonly ILogger<PolicySource> _logger;
    private readonly Func<ConsentPolicy, ConsentPolicy>? _adjust;
    private readonly PhysicalFileProvider? _files;
    private readonly IDisposable? _watch;
    private readonly string _path = "";
    private readonly Lock _reload = new();
    private volatile PolicyInForce? _current;
    private byte[] _content = [];

    public PolicySource(ConsentPolicy policy, ConsentOptions options, TimeProvider time, ILogger<PolicySource> logger)
    {
        _logger = logger;
        _adjust = options.AdjustPolicy;
        LastChanged = time.GetUtcNow();
        _current = Adjusted(policy);
    }

    public PolicySource(string path, ConsentOptions options, ILogger<PolicySource> logger)
    {
        _logger = logger;
        _adjust = options.AdjustPolicy;
        _path = path;
        _content = File.ReadAllBytes(path);
        LastChanged = File.GetLastWriteTimeUtc(path);
        _current = Adjusted(ConsentPolicy.Parse(_content, Path.GetFileName(path)));
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            _files = new PhysicalFileProvider(folder);
            _watch = ChangeToken.OnChange(() => _files.Watch(Path.GetFileName(path)), Reload);
        }
    }

    public PolicyInForce Current => _current!;

    /// <summary>When the policy was last written; of one that isn't a file, when the site started.</summary>
    public DateTimeOffset LastChanged { get; private set; }

    public void Dispose()
    {
        _watch?.Dispose();
        _files?.Dispose();
    }

    /// <summary>Reads the file again. An editor saves in several steps: a file that is gone or empty is not an edit yet.</summary>
    internal void Reload()
    {
        lock (_reload)
        {
            try
            {
                byte[] content = File.ReadAllBytes(_path);
                if (content.Length == 0 || content.AsSpan().SequenceEqual(_content))
                {
                    return;
                }

                _content = content;
                ConsentPolicy policy = ConsentPolicy.Parse(content, Path.GetFileName(_path));
                if (policy.BasePath != Current.BasePath)
                {
                    Log.BasePathNeedsRestart(_logger, policy.BasePath, Current.BasePath);
                }

                LastChanged = File.GetLastWriteTimeUtc(_path);
                _current = Adjusted(policy);
                Log.Reloaded(_logger, policy.Hash);
            }
            catch (Exception e) when (e is ConsentPolicyException or IOException or UnauthorizedAccessException)
            {
                Log.ReloadFailed(_logger, _path, e);
            }
        }
    }

    private PolicyInForce Adjusted(ConsentPolicy policy)
    {
        ConsentPolicy adjusted = _adjust is null ? policy : _adjust(policy);
        return new(adjusted, _current?.BasePath ?? adjusted.BasePath);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The consent policy was read again; its hash is now {Hash}.", EventName = "PolicyReloaded")]
        public static partial void Reloaded(ILogger logger, string hash);

        [LoggerMessage(2, LogLevel.Error, "{Path} was changed but can't be used; the last good consent policy stays in force.", EventName = "PolicyReloadFailed")]
        public static partial void ReloadFailed(ILogger logger, string path, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "The policy's base path is now {NewPath}, but the endpoints stay at {OldPath} until the application restarts.", EventName = "BasePathNeedsRestart")]
        public static partial void BasePathNeedsRestart(ILogger logger, string newPath, string oldPath);
    }
}
