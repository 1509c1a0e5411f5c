using System.Buffers;
using System.Text.Json;

namespace Consent.AspNetCore;

/// <summary>Writes a decision as JSON, for the state endpoint and for the script in the page's head.</summary>
internal static class StateJson
{
    /// <summary>Writes the state. The default encoder escapes <c>&lt;</c>, so the text can stand in a script element.</summary>
    public static void Write(IBufferWriter<byte> output, in ConsentDecision decision, string? basePath, bool isShell = false)
    {
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteStartObject("categories"u8);
        foreach (Category category in decision.Policy.Categories)
        {
            json.WriteStartObject(category.Id);
            json.WriteBoolean("allowed"u8, decision.Allows(category));
            json.WriteString("reason"u8, NameOf(decision.ReasonFor(category)));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("prompt"u8, NameOf(isShell ? ConsentPrompt.None : decision.Prompt));
        json.WriteString("regime"u8, decision.Regime switch { Regime.OptIn => "opt-in"u8, Regime.OptOut => "opt-out"u8, _ => "notice"u8 });
        json.WriteString("region"u8, decision.Region);
        WriteSignals(json, decision.Signals);
        json.WriteString("policy"u8, decision.Policy.Hash);
        if (basePath is not null)
        {
            json.WriteString("basePath"u8, basePath);
            WriteSale(json, decision);
            if (isShell)
            {
                json.WriteBoolean("shell"u8, true);
            }

            if (CspHeader.ModeOf(decision.Policy) == CspMode.Enforce)
            {
                json.WriteBoolean("reload"u8, true);    // the policy that came with a page can't be widened
            }
        }

        json.WriteEndObject();
    }

    // Some extensions set the property that scripts see and send no header: the script then denies these itself.
    private static void WriteSale(Utf8JsonWriter json, in ConsentDecision decision)
    {
        CategorySet denied = decision.DeniedByGpc;
        json.WriteStartArray("sale"u8);
        foreach (Category category in decision.Policy.Categories)
        {
            if (denied.Contains(category.Index))
            {
                json.WriteStringValue(category.Id);
            }
        }

        json.WriteEndArray();
    }

    public static void WriteSignals(Utf8JsonWriter json, PrivacySignals signals)
    {
        json.WriteStartObject("signals"u8);
        json.WriteBoolean("gpc"u8, signals.Gpc);
        if (signals.Dnt is { } dnt)
        {
            json.WriteBoolean("dnt"u8, dnt);
        }
        else
        {
            json.WriteNull("dnt"u8);
        }

        json.WriteEndObject();
    }

    public static ReadOnlySpan<byte> NameOf(ConsentPrompt prompt) => prompt switch
    {
        ConsentPrompt.Ask => "Ask"u8,
        ConsentPrompt.Honored => "Honored"u8,
        _ => "None"u8,
    };

    public static ReadOnlySpan<byte> NameOf(Reason reason) => reason switch
    {
        Reason.NotAsked => "NotAsked"u8,
        Reason.Refused => "Refused"u8,
        Reason.Gpc => "Gpc"u8,
        Reason.Dnt => "Dnt"u8,
        Reason.Required => "Required"u8,
        Reason.Granted => "Granted"u8,
        Reason.OptOutRegime => "OptOutRegime"u8,
        _ => "Notice"u8,
    };
}
