using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Consent.AspNetCore;

/// <summary>An answer that says what was wrong with a request (RFC 9457).</summary>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What was wrong, and what would be right.</param>
/// <param name="Member">The member that was wrong, such as <c>choices.analytics</c>, or <see langword="null"/>.</param>
internal sealed record Problem(int Status, string Detail, string? Member = null)
{
    public Task SendAsync(HttpContext context)
    {
        ArrayBufferWriter<byte> content = new();
        using (Utf8JsonWriter json = new(content))
        {
            json.WriteStartObject();
            json.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(Status));
            json.WriteNumber("status"u8, Status);
            json.WriteString("detail"u8, Detail);
            if (Member is not null)
            {
                json.WriteString("member"u8, Member);
            }

            json.WriteEndObject();
        }

        context.Response.StatusCode = Status;
        return Answers.SendAsync(context, "application/problem+json", content);
    }

    public static Problem BadMember(string member, string detail) => new(StatusCodes.Status400BadRequest, detail, member);
}
