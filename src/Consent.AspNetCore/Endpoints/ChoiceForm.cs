using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Consent.AspNetCore;

/// <summary>Reads a choice from a form's fields.</summary>
internal static class ChoiceForm
{
    private const string Choices = "choices";

    /// <summary>Reads the body as form fields.</summary>
    /// <exception cref="InvalidDataException">The body is not a form.</exception>
    public static async Task<IFormCollection> ParseAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        // Another middleware may have read the form before, and the body is gone then.
        if (context.Features.Get<IFormFeature>() is { Form: { } read })
        {
            return read;
        }

        context.Request.Body = new MemoryStream(body.ToArray());
        return await new FormFeature(context.Request).ReadFormAsync(context.RequestAborted);
    }

    /// <summary>Reads the request, or says what is wrong with it. Fields that frameworks add, such as an antiforgery token, are passed over.</summary>
    public static Problem? Read(IFormCollection form, ConsentPolicy policy, ChoiceRequest request)
    {
        foreach ((string name, StringValues values) in form)
        {
            Problem? problem = name switch
            {
                "all" => ReadAll(values, request),
                "withdraw" => ReadWithdraw(values, request),
                "returnUrl" => ReadReturnUrl(values, request),
                _ when CategoryOf(name) is { } id => ReadChoice(policy, id, name, values, request),
                _ when name.StartsWith('_') => null,
                _ => Problem.BadMember(name, $"\"{name}\" is not known; expected \"choices.<category>\", \"all\", \"withdraw\" or \"returnUrl\"."),
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        // A button "accept all" may stand in the form that holds the check boxes: what was pressed counts.
        request.HasAnswers &= request.All is null && !request.Withdraw;
        return request.Forms == 1 ? null : ChoiceRequest.NoForm;
    }

    private static Problem? ReadAll(StringValues values, ChoiceRequest request)
    {
        request.All = values.Count == 1 ? ReadBoolean(values[0]) : null;
        return request.All is null ? Problem.BadMember("all", "\"all\": expected \"true\" or \"false\", once.") : null;
    }

    private static Problem? ReadWithdraw(StringValues values, ChoiceRequest request)
    {
        request.Withdraw = values.Count == 1 && ReadBoolean(values[0]) is true;
        return request.Withdraw ? null : Problem.BadMember("withdraw", "\"withdraw\": expected \"true\", once.");
    }

    private static Problem? ReadReturnUrl(StringValues values, ChoiceRequest request)
    {
        request.ReturnUrl = values.Count == 1 ? values[0] : null;
        return LocalUrl.Is(request.ReturnUrl)
            ? null
            : Problem.BadMember("returnUrl", "\"returnUrl\": expected a path on this site, such as \"/cart\", once.");
    }

    private static Problem? ReadChoice(ConsentPolicy policy, string id, string member, StringValues values, ChoiceRequest request)
    {
        bool granted = request.IsGranted(policy, id);
        foreach (string? value in values)
        {
            if (ReadBoolean(value) is not { } said)
            {
                return Problem.BadMember(member, $"\"{member}\": expected \"true\", \"false\" or \"on\".");
            }

            granted |= said;
        }

        return request.Answer(policy, id, member, granted);
    }

    private static string? CategoryOf(string field) =>
        !field.StartsWith(Choices, StringComparison.Ordinal) || field.Length < Choices.Length + 2 ? null
        : field[Choices.Length] == '.' ? field[(Choices.Length + 1)..]
        : field[Choices.Length] == '[' && field[^1] == ']' ? field[(Choices.Length + 1)..^1]
        : null;

    private static bool? ReadBoolean(string? value) => value switch { "true" or "on" => true, "false" => false, _ => null };
}
