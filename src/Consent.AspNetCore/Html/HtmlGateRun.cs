using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Consent.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.ObjectPool;

namespace Consent.AspNetCore;

/// <summary>One response's way through the HTML gate: its plan and its buffers. Used again for other responses.</summary>
internal sealed partial class HtmlGateRun : IHtmlGatePlan
{
    private const int LongestReturnUrl = 2048;
    private static readonly ObjectPool<HtmlGateRun> s_pool = ObjectPool.Create<HtmlGateRun>();

    private readonly HtmlGate _gate = new();
    private readonly ArrayBufferWriter<byte> _head = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly HeldTags _held = new();
    private ConsentPolicy? _policy;
    private CategorySet _allowed;

    /// <summary>What the gate gave out and nobody sent yet.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(1024);

    /// <summary>What the application put into the response's pipe and didn't flush yet.</summary>
    public ArrayBufferWriter<byte> Pending { get; } = new();

    public ReadOnlyMemory<byte> HtmlAttributes { get; private set; }

    public ReadOnlyMemory<byte> HeadStart { get; private set; }

    public ReadOnlyMemory<byte> BodyStart { get; private set; }

    public bool PagePlacesBanner { get; private set; }

    public static HtmlGateRun Rent() => s_pool.Get();

    /// <summary>Gives the run back. Nobody may hold on to it, or to its buffers.</summary>
    public void Return()
    {
        _policy = null;
        _feature = null;
        _allowed = default;
        HtmlAttributes = HeadStart = BodyStart = default;
        _held.Clear();
        Clear(_head);
        Clear(_body);
        Clear(Output);
        Clear(Pending);
        s_pool.Return(this);
    }

    /// <summary>Plans the response by the decision as it is now.</summary>
    public void Start(ConsentFeature feature)
    {
        ref readonly ConsentDecision decision = ref feature.Decided;
        _policy = feature.Policy;
        _allowed = decision.Allowed;
        _feature = feature;
        _ownHost = feature.Context.Request.Host.Host;
        Judges = !decision.AllowsAll || (_policy.Strict && _policy.UndeclaredHosts == UndeclaredRule.Block);
        PagePlacesBanner = feature.PagePlacesBanner;
        string basePath = feature.Context.Request.PathBase.ToUriComponent() + feature.InForce.BasePath;
        string? nonce = feature.Runtime.Options.Nonce is null ? null : HeadHtml.NonceAttribute(feature);
        PageParts parts = feature.InForce.Pages.Get(decision, basePath, nonce is not null, feature.IsShell);
        HtmlAttributes = parts.HtmlAttributes;
        HeadStart = Fill(parts.HeadStart, _head, nonce);
        BodyStart = parts.BodyStart.Whole ?? Fill(parts.BodyStart, _body, HtmlEncoder.Default.Encode(ReturnUrl(feature)));
        _held.Start(feature);
        _gate.Reset(this);
    }

    public void Write(ReadOnlySpan<byte> bytes) => _gate.Write(bytes, Output);

    public void Complete()
    {
        _gate.Complete(Output);
        _held.Tell();
    }

    public bool Allows(ReadOnlySpan<byte> categoryId)
    {
        Span<char> id = stackalloc char[32];
        return categoryId.Length <= id.Length
            && Ascii.ToUtf16(categoryId, id, out int length) == OperationStatus.Done
            && _policy?.FindCategory(id[..length]) is { } category
            && _allowed.Contains(category.Index);
    }

    private static ReadOnlyMemory<byte> Fill(PageTemplate template, ArrayBufferWriter<byte> buffer, string? text)
    {
        if (template.Whole is { } whole)
        {
            return whole;
        }

        template.Write(buffer, Encoding.UTF8.GetBytes(text ?? ""));
        return buffer.WrittenMemory;
    }

    // As the browser asked, whatever the pipeline has rewritten since; not every server keeps that.
    private static string ReturnUrl(ConsentFeature feature)
    {
        if (feature.IsShell)
        {
            return "/"; // a cached page must not lead to the address that its first visitor asked for
        }

        HttpRequest request = feature.Context.Request;
        string? target = feature.Context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target))
        {
            target = request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        }

        return LocalUrl.Is(target) && target.Length <= LongestReturnUrl && Ascii.IsValid(target) ? target : "/";
    }

    private static void Clear(ArrayBufferWriter<byte> buffer) => buffer.ResetWrittenCount();
}
