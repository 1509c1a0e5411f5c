using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary>Reads a request's body up to a limit, whether or not it tells its length.</summary>
internal static class LimitedBody
{
    /// <summary>The most bytes that a choice may have.</summary>
    public const int Limit = 16 * 1024;

    /// <summary>Reads the body, or gives <see langword="null"/> if it is larger than the limit.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit = Limit)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        byte[] buffer = new byte[request.ContentLength ?? limit + 1];
        int length = 0;
        int read;
        try
        {
            while (length < buffer.Length
                && (read = await request.Body.ReadAsync(buffer.AsMemory(length), request.HttpContext.RequestAborted)) > 0)
            {
                length += read;
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return length > limit ? default(ReadOnlyMemory<byte>?) : buffer.AsMemory(0, length);
    }
}
