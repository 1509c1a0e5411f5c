using System.Text.Json;

namespace Consent.AspNetCore;

/// <summary>Reads a choice from JSON.</summary>
internal static class ChoiceJson
{
    private const int MaxDepth = 8;

    /// <summary>Reads the request, or says what is wrong with it and where.</summary>
    public static Problem? Read(ReadOnlySpan<byte> utf8, ConsentPolicy policy, ChoiceRequest request)
    {
        Utf8JsonReader json = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            json.Read();
            Problem? problem = json.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref json, policy, request)
                : new Problem(400, "Expected a JSON object, such as {\"choices\":{\"analytics\":true}}.");
            if (problem is null && json.Read())
            {
                problem = new Problem(400, "Expected nothing after the JSON object.");
            }

            return problem ?? (request.Forms == 1 ? null : ChoiceRequest.NoForm);
        }
        catch (JsonException e)
        {
            return new Problem(400, $"The body is not valid JSON: line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return new Problem(400, $"The body is not valid JSON: a string near byte {json.TokenStartIndex} is not valid Unicode.");
        }
    }

    private static Problem? ReadObject(ref Utf8JsonReader json, ConsentPolicy policy, ChoiceRequest request)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string member = json.GetString()!;
            if (!seen.Add(member))
            {
                return Problem.BadMember(member, $"\"{member}\" is there twice.");
            }

            json.Read();
            Problem? problem = member switch
            {
                "choices" => ReadChoices(ref json, policy, request),
                "all" => ReadAll(json.TokenType, request),
                "withdraw" => ReadWithdraw(json.TokenType, request),
                _ => Problem.BadMember(member, $"\"{member}\" is not known; expected \"choices\", \"all\" or \"withdraw\"."),
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? ReadAll(JsonTokenType value, ChoiceRequest request)
    {
        request.All = value switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
        return request.All is null ? Problem.BadMember("all", "\"all\": expected true or false.") : null;
    }

    private static Problem? ReadWithdraw(JsonTokenType value, ChoiceRequest request)
    {
        request.Withdraw = value == JsonTokenType.True;
        return request.Withdraw ? null : Problem.BadMember("withdraw", "\"withdraw\": expected true.");
    }

    private static Problem? ReadChoices(ref Utf8JsonReader json, ConsentPolicy policy, ChoiceRequest request)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return Problem.BadMember("choices", "\"choices\": expected an object, such as {\"analytics\":true}.");
        }

        request.HasAnswers = true;
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string id = json.GetString()!;
            string member = "choices." + id;
            json.Read();
            if (!seen.Add(id))
            {
                return Problem.BadMember(member, $"\"{member}\" is there twice.");
            }

            if (json.TokenType is not (JsonTokenType.True or JsonTokenType.False))
            {
                return Problem.BadMember(member, $"\"{member}\": expected true or false.");
            }

            if (request.Answer(policy, id, member, json.TokenType == JsonTokenType.True) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}
