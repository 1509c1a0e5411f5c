using System.Buffers.Binary;
using System.Text;

namespace Consent.Html;

/// <summary>The elements that the gate knows, looked up by name without regard to case.</summary>
internal static class TagTable
{
    /// <summary>No known name is longer.</summary>
    public const int MaxNameLength = 14;

    private const ulong LowerCase = 0x2020_2020_2020_2020;
    private const TagTraits Loads = TagTraits.Loads | TagTraits.Watched;
    private const TagTraits RawText = TagTraits.RawText | TagTraits.Watched;
    private const TagTraits Head = TagTraits.InHead;
    private const TagTraits Leaves = TagTraits.LeavesForeign;
    private const TagTraits Void = TagTraits.Void;

    private static readonly Entry?[] s_slots = new Entry?[512];

    // By first letter, a bit for each length: most tags need no more than this to be passed over.
    private static readonly uint[] s_watchedLengths = new uint[32];

    static TagTable()
    {
        Add(TagKind.Script, Loads | RawText | Head, "script");
        Add(TagKind.Style, Loads | RawText | Head, "style");
        Add(TagKind.Iframe, Loads | RawText, "iframe");
        Add(TagKind.Link, Loads | Head | Void, "link");
        Add(TagKind.Img, Loads | Void | Leaves, "img");
        Add(TagKind.Image, Loads | Void, "image");           // in HTML another spelling of img
        Add(TagKind.Embed, Loads | Void | Leaves, "embed");
        Add(TagKind.Source, Loads | Void, "source");
        Add(TagKind.Track, Loads | Void, "track");
        Add(TagKind.Input, Loads | Void, "input");
        Add(TagKind.Frame, Loads | Void, "frame");
        Add(TagKind.Video, Loads, "video");
        Add(TagKind.Audio, Loads, "audio");
        Add(TagKind.Object, Loads, "object");
        Add(TagKind.Use, Loads, "use");
        Add(TagKind.Object, Loads, "applet");
        Add(TagKind.Other, Loads, "feimage", "portal", "fencedframe");
        Add(TagKind.Other, Loads | Void | Head, "bgsound");
        Add(TagKind.Animate, Loads, "animate", "set");
        Add(TagKind.Base, Loads | Void | Head, "base");
        Add(TagKind.Meta, Loads | Leaves | Void | Head, "meta");
        Add(TagKind.Param, Loads | Void, "param");

        Add(TagKind.Title, RawText | Head, "title");
        Add(TagKind.Textarea, RawText, "textarea");
        Add(TagKind.Xmp, RawText, "xmp");
        Add(TagKind.Noembed, RawText, "noembed");
        Add(TagKind.Noframes, RawText | Head, "noframes");
        Add(TagKind.Plaintext, RawText, "plaintext");
        Add(TagKind.Noscript, TagTraits.Watched | Head, "noscript");
        Add(TagKind.Template, TagTraits.Watched | Head, "template");
        Add(TagKind.Select, TagTraits.Watched, "select");
        Add(TagKind.Html, TagTraits.Watched, "html");
        Add(TagKind.Head, TagTraits.Watched | Leaves, "head");
        Add(TagKind.Body, TagTraits.Watched | Leaves, "body");
        Add(TagKind.Frameset, TagTraits.Watched, "frameset");
        Add(TagKind.Svg, TagTraits.Watched, "svg");
        Add(TagKind.Math, TagTraits.Watched, "math");

        Add(TagKind.ForeignObject, TagTraits.None, "foreignobject");
        Add(TagKind.Desc, TagTraits.None, "desc");
        Add(TagKind.AnnotationXml, TagTraits.None, "annotation-xml");
        Add(TagKind.MathText, TagTraits.None, "mi", "mo", "mn", "ms", "mtext");
        Add(TagKind.MathGlyph, TagTraits.None, "mglyph", "malignmark");
        Add(TagKind.Font, TagTraits.None, "font");
        Add(TagKind.P, Leaves, "p");
        Add(TagKind.Br, Leaves | Void, "br");
        Add(TagKind.Other, Leaves, "b", "big", "blockquote", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2",
            "h3", "h4", "h5", "h6", "i", "li", "listing", "menu", "nobr", "ol", "pre", "ruby", "s", "small", "span",
            "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var");
        Add(TagKind.Other, Leaves | Void, "hr");
        Add(TagKind.Other, Void | Head, "basefont");
        Add(TagKind.Other, Void, "area", "col", "wbr", "keygen");
    }

    /// <summary>Whether a name of this first letter and length can be that of a watched element.</summary>
    public static bool MayBeWatched(byte first, int length) =>
        (s_watchedLengths[first & 31] & (1u << length)) != 0 && length < 32;

    /// <summary>The type of the element with this name.</summary>
    public static TagType Find(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > MaxNameLength)
        {
            return default;
        }

        ulong key = KeyOf(name);
        for (int slot = SlotOf(key); s_slots[slot] is { } entry; slot = (slot + 1) & (s_slots.Length - 1))
        {
            if (entry.Key == key && Ascii.EqualsIgnoreCase(entry.Name, name))
            {
                return entry.Type;
            }
        }

        return default;
    }

    private static void Add(TagKind kind, TagTraits traits, params ReadOnlySpan<string> names)
    {
        foreach (string text in names)
        {
            byte[] name = Encoding.ASCII.GetBytes(text);
            ulong key = KeyOf(name);
            int slot = SlotOf(key);
            while (s_slots[slot] is not null)
            {
                slot = (slot + 1) & (s_slots.Length - 1);
            }

            s_slots[slot] = new Entry(key, name, new TagType(kind, traits));
            if ((traits & TagTraits.Watched) != 0)
            {
                s_watchedLengths[name[0] & 31] |= 1u << name.Length;
            }
        }
    }

    private static int SlotOf(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15) >> 55);

    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        int last = name.Length - 1;
        ulong key = name.Length switch
        {
            >= 8 => BinaryPrimitives.ReadUInt64LittleEndian(name),
            >= 4 => BinaryPrimitives.ReadUInt32LittleEndian(name)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << ((name.Length - 4) * 8)),
            _ => name[0] | ((ulong)name[last / 2 + last % 2] << (8 * (last / 2 + last % 2))) | ((ulong)name[last] << (8 * last)),
        };
        return key | LowerCase;
    }

    private sealed record Entry(ulong Key, byte[] Name, TagType Type);
}
