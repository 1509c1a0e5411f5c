using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Consent.AspNetCore;

/// <summary><c>GET {basePath}/receipt</c>: the visitor's own choice, as the choice cookie keeps it.</summary>
internal static class ReceiptEndpoint
{
    public static Task GetAsync(HttpContext context)
    {
        ConsentFeature feature = ConsentHttpContextExtensions.GetFeature(context);
        ArrayBufferWriter<byte> content = new();
        using (Utf8JsonWriter json = new(content, new JsonWriterOptions { Indented = true }))
        {
            Write(json, feature);
        }

        return Answers.SendAsync(context, Answers.Json, content);
    }

    private static void Write(Utf8JsonWriter json, ConsentFeature feature)
    {
        ConsentPolicy policy = feature.Policy;
        ConsentChoice choice = feature.Choice;
        json.WriteStartObject();
        json.WriteString("site"u8, feature.Context.Request.Host.Value);
        json.WriteString("controller"u8, policy.Controller.Name);
        json.WriteString("contact"u8, policy.Controller.Contact);
        WriteTime(json, "when"u8, LastAnswer(policy, choice));
        json.WriteString("issued"u8, feature.Now());
        json.WriteString("policy"u8, policy.Hash);
        json.WriteString("region"u8, feature.Decided.Region);
        StateJson.WriteSignals(json, feature.Decided.Signals);
        json.WriteStartObject("categories"u8);
        foreach (Category category in policy.Categories)
        {
            WriteCategory(json, category, choice[category.Index], feature.Decided);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCategory(Utf8JsonWriter json, Category category, CategoryChoice entry, in ConsentDecision decision)
    {
        json.WriteStartObject(category.Id);
        json.WriteString("answer"u8, entry.Answer switch { Answer.Granted => "granted"u8, Answer.Refused => "refused"u8, _ => "none"u8 });
        WriteTime(json, "when"u8, entry.Answer == Answer.None ? 0 : entry.At);
        if (entry.Answer == Answer.Granted)
        {
            json.WriteBoolean("overridesGpc"u8, entry.OverridesGpc);
            json.WriteBoolean("overridesDnt"u8, entry.OverridesDnt);
            json.WriteBoolean("underCurrentTerms"u8, entry.MaterialHash == category.MaterialHash);
        }

        json.WriteBoolean("allowed"u8, decision.Allows(category));
        json.WriteString("reason"u8, StateJson.NameOf(decision.ReasonFor(category)));
        json.WriteEndObject();
    }

    private static uint LastAnswer(ConsentPolicy policy, in ConsentChoice choice)
    {
        uint last = 0;
        foreach (Category category in policy.Categories)
        {
            CategoryChoice entry = choice[category.Index];
            last = entry.Answer == Answer.None ? last : Math.Max(last, entry.At);
        }

        return last;
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, uint seconds)
    {
        if (seconds == 0)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
        }
    }
}
