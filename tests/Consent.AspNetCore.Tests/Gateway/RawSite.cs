using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Consent.AspNetCore.Tests;

/// <summary>A site that answers every connection with the same bytes and then hangs up, whatever HTTP says.</summary>
internal sealed class RawSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly byte[] _answer;
    private readonly bool _hangsUp;
    private readonly Task _serving;

    public RawSite(string answer, bool hangsUp = true)
    {
        _answer = Encoding.UTF8.GetBytes(answer);
        _hangsUp = hangsUp;
        _listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        await _end.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Stop();
    }

    private async Task ServeAsync()
    {
        List<TcpClient> open = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                open.Add(client);
                NetworkStream stream = client.GetStream();
                using StreamReader request = new(stream, leaveOpen: true);
                while (await request.ReadLineAsync(_end.Token) is { Length: > 0 })
                {
                }

                await stream.WriteAsync(_answer, _end.Token);
                if (_hangsUp)
                {
                    client.Close();
                }
            }
        }
        finally
        {
            open.ForEach(static client => client.Dispose());
        }
    }
}
