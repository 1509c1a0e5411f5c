using System.Buffers;
using System.Text;
using Consent.Html;

namespace Consent.AspNetCore;

// What nobody marked: by the hosts that it leads to and by what its script says.
internal sealed partial class HtmlGateRun
{
    private ConsentFeature? _feature;
    private string _ownHost = "";

    public bool Judges { get; private set; }

    public bool OnlyReports => _policy?.Enforcement == EnforcementMode.Report;

    public Denial? DenyHost(ReadOnlySpan<byte> host)
    {
        if (host.IsEmpty)
        {
            return default(Denial);
        }

        HostDeclaration? found = _policy!.FindHost(host);
        bool isOwn = IsOwn(host);
        if (found is { Category: { } category } known)
        {
            // The catalogue doesn't speak of the site itself; its own policy may.
            bool passes = _allowed.Contains(category.Index) || (isOwn && !_policy.Services.Contains(known.Service));
            return passes ? null : new Denial(known.Service, category);
        }

        return isOwn || !DeniesUndeclared(host) ? null : default(Denial);
    }

    public Denial? DenyScript(ReadOnlySpan<byte> script)
    {
        int position = 0;
        while (_policy!.FindScript(script, ref position) is { } found)
        {
            if (found.Category is { } category && !_allowed.Contains(category.Index))
            {
                return new Denial(found.Service, category);
            }
        }

        return null;
    }

    public void Held(in Denial denial, ReadOnlySpan<byte> host)
    {
        ConsentMetrics metrics = _feature!.Runtime.Metrics;
        if (metrics.CountsHeld)
        {
            string name = denial.Service?.Id ?? (host.IsEmpty ? "unreadable" : Encoding.ASCII.GetString(host));
            metrics.Held("html", name, denial.Category?.Id, Reason(denial.Category), OnlyReports);
        }
    }

    public void HeldMark(ReadOnlySpan<byte> mark)
    {
        Span<char> ids = stackalloc char[256];
        if (mark.Length > ids.Length || Ascii.ToUtf16(mark, ids, out int length) != OperationStatus.Done)
        {
            return;
        }

        ids = ids[..length];
        foreach (Range id in MemoryExtensions.SplitAny(ids, " \t\n\f\r"))
        {
            if (_policy!.FindCategory(ids[id]) is { } category && !_allowed.Contains(category.Index))
            {
                _held.Add(category);
            }
        }
    }

    private string Reason(Category? category) =>
        category is null ? "Undeclared"
        : _feature!.IsSpeculative ? "Speculative"
        : _feature.Decided.ReasonFor(category).ToString();

    private bool IsOwn(ReadOnlySpan<byte> host) =>
        Ascii.EqualsIgnoreCase(host[^1] == '.' ? host[..^1] : host, _ownHost);

    private bool DeniesUndeclared(ReadOnlySpan<byte> host)
    {
        bool blocks = _policy!.UndeclaredHosts == UndeclaredRule.Block;
        Span<char> name = stackalloc char[256];
        if (host.Length <= name.Length && Ascii.ToUtf16(host, name, out int length) == OperationStatus.Done)
        {
            name = name[..length];
            if (_feature!.Runtime.LoggedHosts.IsNew(name))
            {
                HtmlGateLog.Undeclared(_feature, name.ToString(), blocks, OnlyReports);
            }
        }

        return blocks;
    }
}
