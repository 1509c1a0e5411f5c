using System.Text;

namespace Consent.Html;

/// <summary>Closes tags, or attributes of tags, that lead to a denied host, whether or not somebody marked them.</summary>
/// <remarks>
/// The closed form is that of marked tags, with the denied categories as the mark, so that the browser's script can open it.
/// An undeclared host has no category: its tag gets <c>data-consent-undeclared</c>, and no grant but the next page opens it.
/// </remarks>
internal sealed class UnmarkedTags(HostJudge judge)
{
    private static readonly byte[] s_undeclared = [.. " data-consent-undeclared"u8];
    private static readonly byte[] s_neverAllowed = [.. "?"u8];     // no id is written like this, so nothing opens it
    private readonly TagText _text = new();

    /// <summary>The memory that is kept, in bytes.</summary>
    public int RetainedBytes => _text.RetainedBytes;

    /// <summary>
    /// Looks into a tag and closes attributes beside its purpose.
    /// </summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isMarked">Whether it is marked: then its closed form counts as well.</param>
    /// <param name="isForeign">Whether it may be SVG or MathML.</param>
    /// <param name="edits">Takes the changes, or <see langword="null"/> if nothing is to be changed.</param>
    /// <returns>Whether the tag itself is to be closed.</returns>
    public bool Judge(in TagView tag, bool isMarked, bool isForeign, TagEdits? edits)
    {
        _text.Clear();
        bool closes = false;
        bool loads = tag.Type.Kind != TagKind.Script || isMarked || ScriptKinds.Of(tag) != ScriptKind.Data;
        for (int i = 0; i < tag.Attributes.Length; i++)
        {
            ReadOnlySpan<byte> name = tag.NameOf(tag.Attributes[i]);
            if (isMarked && name.Length > 5 && Ascii.EqualsIgnoreCase(name[..5], "data-"u8))
            {
                name = name[5..];
            }

            AttributeRole role = AttributeRoles.Of(tag, name, isForeign);
            if (role == AttributeRole.None || tag.IndexOf(tag.NameOf(tag.Attributes[i])) != i)
            {
                continue;   // of duplicates, browsers take the first
            }

            if (role is AttributeRole.Source or AttributeRole.SourceSet or AttributeRole.Document)
            {
                closes |= loads && IsDenied(tag, tag.Attributes[i], role);
            }
            else if (IsDenied(tag, tag.Attributes[i], role) && edits is not null)
            {
                CloseAside(tag, i, role, edits);
            }
        }

        return closes;
    }

    /// <summary>Says in the tag which categories it needs.</summary>
    public void Mark(in TagView tag, TagEdits edits)
    {
        DenialSet denials = judge.Denials;
        if (tag.IndexOf("data-consent"u8) is >= 0 and int index)
        {
            AddToMark(tag, tag.Attributes[index], edits);
            return;
        }

        _text.Write(" data-consent=\""u8);
        bool hasIds = denials.WriteIds(_text, known: []);
        if (denials.HasUndeclared && hasIds)
        {
            _text.Write(" ?"u8);
        }

        _text.Write("\""u8);
        ReadOnlyMemory<byte> made = _text.Take();
        if (hasIds)
        {
            edits.Insert(tag.NameEnd, made);
        }

        if (denials.HasUndeclared)
        {
            edits.Insert(tag.NameEnd, s_undeclared);
        }
    }

    // A tag that its author marked for one category and that leads to another needs both.
    private void AddToMark(in TagView tag, in TagAttribute mark, TagEdits edits)
    {
        ReadOnlySpan<byte> ids = judge.Decode(tag.ValueOf(mark));
        bool isReadable = ids.IndexOfAny("\"&"u8) < 0;
        _text.Write("data-consent=\""u8);
        _text.Write(isReadable ? ids : s_neverAllowed);
        bool adds = judge.Denials.WriteIds(_text, isReadable ? ids : s_neverAllowed);
        if (judge.Denials.HasUndeclared)
        {
            _text.Write(" "u8);
            _text.Write(s_neverAllowed);
            adds = true;
        }

        _text.Write("\""u8);
        ReadOnlyMemory<byte> made = _text.Take();
        if (adds || !isReadable)
        {
            edits.Replace(mark.NameStart, mark.End - mark.NameStart, made);
        }
    }

    private bool IsDenied(in TagView tag, in TagAttribute attribute, AttributeRole role)
    {
        ReadOnlySpan<byte> value = tag.ValueOf(attribute);
        if (value.IsEmpty)
        {
            return false;
        }

        value = judge.Decode(value);
        return role switch
        {
            AttributeRole.Source => tag.Type.Kind is TagKind.Img or TagKind.Source or TagKind.Input or TagKind.Image or TagKind.Track
                ? judge.DeniesUrl(value)
                : judge.DeniesContentUrl(value),
            AttributeRole.SourceSet => judge.DeniesSourceSet(value),
            AttributeRole.Document => judge.DeniesDocument(value),
            AttributeRole.Css => value.IndexOfAny("(\\"u8) >= 0 && judge.DeniesCss(value),
            AttributeRole.Pings => judge.DeniesList(value),
            AttributeRole.Values => judge.DeniesList(value, (byte)';'),
            AttributeRole.Refresh => judge.DeniesRefresh(value),
            _ => judge.DeniesUrl(value),
        };
    }

    private void CloseAside(in TagView tag, int index, AttributeRole role, TagEdits edits)
    {
        TagAttribute attribute = tag.Attributes[index];
        ReadOnlySpan<byte> value = tag.ValueOf(attribute);
        if (role != AttributeRole.Pings || value.Contains((byte)'&') || value.IndexOfAny("\t\n\f\r"u8) >= 0)
        {
            MarkedTags.CloseAttribute(tag, tag.NameOf(attribute), edits);
            return;
        }

        // Of several receivers, those that may be told stay.
        int at = attribute.ValueStart;
        while (!value.IsEmpty)
        {
            int end = value.IndexOf((byte)' ');
            ReadOnlySpan<byte> url = end < 0 ? value : value[..end];
            int length = end < 0 ? url.Length : end + 1;
            if (judge.DeniesUrl(url))
            {
                edits.Replace(at, length, default);
            }

            at += length;
            value = value[length..];
        }
    }
}
