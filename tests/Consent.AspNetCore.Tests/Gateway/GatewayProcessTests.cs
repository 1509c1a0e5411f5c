using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore.Tests;

/// <summary>The Gateway as it is started from a command line.</summary>
public class GatewayProcessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--upsteam http://127.0.0.1:9000", 2, "", "\"--upsteam\" is not an argument")]
    [InlineData("--help", 0, "--upstream URL", "")]
    public async Task Process_WithNothingToServe_SaysWhyAndEnds(string line, int code, string output, string error)
    {
        using Process process = Start(line.Split(' '));

        Assert.Contains(output, await process.StandardOutput.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains(error, await process.StandardError.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(code, process.ExitCode);
    }

    [Fact]
    public async Task Policy_ThatIsWrong_IsToldWithItsPlaceAndEndsTheProcess()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "consent.json");
        File.WriteAllText(file, """{ "categoriez": [] }""");
        using Process process = Start("--upstream", "http://127.0.0.1:9", "--urls", "http://127.0.0.1:0", "--policy", file);

        string error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.StartsWith("consent.json(1,", error, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public async Task BehindAnotherProxy_TheVisitorAndTheSchemeAreWhatThatProxySays()
    {
        await using WebApplication site = await GatewayBeforeSite.StartSiteAsync(static c =>
        {
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync($"<p>{c.Request.Headers["X-Forwarded-For"]} {c.Request.Headers["X-Forwarded-Proto"]}</p>");
        });
        using Process process = Start("--upstream", GatewayBeforeSite.AddressOf(site).AbsoluteUri, "--urls", "http://127.0.0.1:0");
        try
        {
            using HttpClient client = GatewayBeforeSite.Connect(await ListeningAsync(process));

            Assert.Contains("<p>203.0.113.7 https</p>", await (await GetAsync(client)).TextAsync(), StringComparison.Ordinal);
            Assert.Equal(["br"], (await GetAsync(client, ("Accept-Encoding", "br"))).Content.Headers.ContentEncoding);
            Assert.Equal(["br"], (await GetAsync(client, ("Accept-Encoding", "br"), ("Cookie", "a=1"), ("Sec-Fetch-Site", "same-origin"))).Content.Headers.ContentEncoding);
            Assert.Empty((await GetAsync(client, ("Accept-Encoding", "br"), ("Cookie", "a=1"), ("Sec-Fetch-Site", "cross-site"))).Content.Headers.ContentEncoding);
            Assert.Empty((await GetAsync(client, ("Accept-Encoding", "br"), ("Cookie", "a=1"))).Content.Headers.ContentEncoding);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        HttpRequestMessage request = new(HttpMethod.Get, "/")
        {
            Headers = { { "X-Forwarded-For", "203.0.113.7" }, { "X-Forwarded-Proto", "https" } },
        };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, Cancel);
    }

    private static async Task<Uri> ListeningAsync(Process process)
    {
        const string Said = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.IndexOf(Said, StringComparison.Ordinal) is >= 0 and int at)
            {
                return new Uri(line[(at + Said.Length)..]);
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Cancel));
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gateway.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" },
        };
        return Process.Start(start)!;
    }
}
