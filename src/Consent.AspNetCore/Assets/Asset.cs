using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Consent.AspNetCore;

/// <summary>A file that browsers load, embedded in this assembly and compressed once.</summary>
internal sealed class Asset
{
    private const int VersionBytes = 9;
    private readonly string _contentType;
    private readonly byte[] _plain;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;
    private readonly EntityTagHeaderValue _tag;

    private Asset(string name, string contentType)
    {
        Name = name;
        _contentType = contentType;
        using Stream? file = typeof(Asset).Assembly.GetManifestResourceStream("Consent.Assets." + name);
        _plain = file is null ? [] : Read(file);
        Version = Base64Url.EncodeToString(SHA256.HashData(_plain).AsSpan(0, VersionBytes));
        _tag = new EntityTagHeaderValue($"\"{Version}\"");
        _brotli = new(() => Compress(static to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compress(static to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    /// <summary>The first script of a page.</summary>
    public static Asset Gate { get; } = new("gate.js", "text/javascript; charset=utf-8");

    /// <summary>The banner's script.</summary>
    public static Asset Script { get; } = new("choices.js", "text/javascript; charset=utf-8");

    /// <summary>The style sheet of banner and choices page.</summary>
    public static Asset Style { get; } = new("choices.css", "text/css; charset=utf-8");

    public static ReadOnlySpan<Asset> All => new[] { Gate, Script, Style };

    public string Name { get; }

    /// <summary>A hash of the content; a URL that holds it can be kept for ever.</summary>
    public string Version { get; }

    public Task GetAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        if (_plain.Length == 0)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        response.Headers.ETag = _tag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.CacheControl = context.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (IsFresh(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        byte[] content = Negotiate(context, out string? encoding);
        response.ContentType = _contentType;
        response.ContentLength = content.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private bool IsFresh(HttpRequest request)
    {
        foreach (EntityTagHeaderValue tag in request.GetTypedHeaders().IfNoneMatch)
        {
            if (tag.Compare(_tag, useStrongComparison: false) || tag.Equals(EntityTagHeaderValue.Any))
            {
                return true;
            }
        }

        return false;
    }

    private byte[] Negotiate(HttpContext context, out string? encoding)
    {
        bool brotli = false;
        bool gzip = false;
        foreach (StringWithQualityHeaderValue accepted in context.Request.GetTypedHeaders().AcceptEncoding)
        {
            bool isWanted = accepted.Quality is null or > 0;
            brotli |= isWanted && accepted.Value.Equals("br", StringComparison.OrdinalIgnoreCase);
            gzip |= isWanted && accepted.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        }

        encoding = brotli ? "br" : gzip ? "gzip" : null;
        return brotli ? _brotli.Value : gzip ? _gzip.Value : _plain;
    }

    private byte[] Compress(Func<Stream, Stream> encoder)
    {
        using MemoryStream compressed = new();
        using (Stream stream = encoder(compressed))
        {
            stream.Write(_plain);
        }

        return compressed.ToArray();
    }

    private static byte[] Read(Stream file)
    {
        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
