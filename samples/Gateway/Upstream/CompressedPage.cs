using System.IO.Compression;
using System.Net;

namespace Gateway.Upstream;

/// <summary>Unpacks a page that the site compressed though it was asked not to, so that the gate can read it.</summary>
internal static class CompressedPage
{
    public static async Task UnpackAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContent packed = response.Content;
        if (packed.Headers.ContentType?.MediaType?.Equals("text/html", StringComparison.OrdinalIgnoreCase) is not true
            || response.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.NotModified
            || packed.Headers.ContentEncoding is not { Count: 1 } encodings
            || Decoder(encodings.First()) is not { } decoder)
        {
            return;
        }

        StreamContent page = new(decoder(await packed.ReadAsStreamAsync(cancellationToken)));
        foreach (KeyValuePair<string, System.Net.Http.Headers.HeaderStringValues> header in packed.Headers.NonValidated)
        {
            if (!IsOfPackedBytes(header.Key))
            {
                page.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        response.Content = page;
    }

    private static Func<Stream, Stream>? Decoder(string encoding) => encoding.ToLowerInvariant() switch
    {
        "br" => static packed => new BrotliStream(packed, CompressionMode.Decompress),
        "gzip" or "x-gzip" => static packed => new GZipStream(packed, CompressionMode.Decompress),
        "deflate" => static packed => new ZLibStream(packed, CompressionMode.Decompress),
        _ => null,
    };

    private static bool IsOfPackedBytes(string header) =>
        header.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);
}
