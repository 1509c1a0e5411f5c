using System.Text;

namespace Consent.Html;

/// <summary>What a tag leads to that is denied: each category once.</summary>
internal sealed class DenialSet
{
    private const int Bound = 32;   // a policy has no more categories; undeclared hosts count as one more
    private readonly Denial[] _denials = new Denial[Bound + 1];
    private readonly byte[] _host = new byte[UrlHost.MaxLength];
    private int _count;
    private int _hostLength;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>The denials, in the order in which they were met.</summary>
    public ReadOnlySpan<Denial> All => _denials.AsSpan(0, _count);

    /// <summary>The first host that was denied; empty where an inline script was.</summary>
    public ReadOnlySpan<byte> Host => _host.AsSpan(0, _hostLength);

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = _hostLength = 0;

    /// <summary>Adds one.</summary>
    public void Add(in Denial denial, ReadOnlySpan<byte> host)
    {
        if (_count == 0)
        {
            _hostLength = Math.Min(host.Length, _host.Length);
            host[.._hostLength].CopyTo(_host);
        }

        foreach (ref readonly Denial known in All)
        {
            if (known.Category == denial.Category)
            {
                return;
            }
        }

        if (_count < _denials.Length)
        {
            _denials[_count++] = denial;
        }
    }

    /// <summary>Adds those of another.</summary>
    public void Add(DenialSet others)
    {
        foreach (ref readonly Denial denial in others.All)
        {
            Add(denial, others.Host);
        }
    }

    /// <summary>Writes the ids of the categories with spaces between them, and before the first if some are known.</summary>
    /// <param name="text">Where to write.</param>
    /// <param name="known">Ids that stand there already; none of them is written again.</param>
    /// <returns>Whether one was written.</returns>
    public bool WriteIds(TagText text, ReadOnlySpan<byte> known)
    {
        bool any = false;
        foreach (ref readonly Denial denial in All)
        {
            if (denial.Category is { } category && !HasId(known, category.Id))
            {
                text.Write(any || !known.IsEmpty ? " "u8 : []);
                text.Write(category.Id);
                any = true;
            }
        }

        return any;
    }

    private static bool HasId(ReadOnlySpan<byte> ids, string id)
    {
        foreach (Range part in ids.SplitAny(" \t\n\f\r"u8))
        {
            if (Ascii.Equals(ids[part], id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of them is undeclared.</summary>
    public bool HasUndeclared
    {
        get
        {
            foreach (ref readonly Denial denial in All)
            {
                if (denial.Category is null)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
