using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Consent;

/// <summary>
/// Finds whose a host is by its longest declared suffix of whole labels. The host is hashed once, from its end, and looked
/// up at each dot; the table also holds the inner suffixes (<c>com</c>), so that the walk ends at the first label that
/// leads nowhere. Allocates nothing to find.
/// </summary>
internal sealed class HostIndex
{
    private const uint Prime = 0x01000193;

    private readonly Node[] _nodes;
    private readonly byte[] _text;
    private readonly uint _seed;
    private readonly int _shift;

    /// <summary>Makes a look-up; of two equal hosts the first counts.</summary>
    /// <param name="hosts">Hosts in lower case, each with the index of its owner.</param>
    public HostIndex(IEnumerable<(string Host, int Owner)> hosts)
    {
        List<Node> nodes = [];
        _text = Collect(hosts, nodes);

        // At most half full, and never without an empty place, which is where a search ends.
        int bits = BitOperations.Log2((uint)Math.Max(nodes.Count, 4)) + 2;
        _shift = 32 - bits;
        _nodes = new Node[1 << bits];
        for (_seed = 2166136261; !Fill(nodes); _seed++)
        {
            Array.Clear(_nodes);
        }
    }

    /// <summary>The owner of the longest suffix of <paramref name="host"/>, or -1. Case and a last dot don't count.</summary>
    public int Find<T>(ReadOnlySpan<T> host)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (host.Length > 0 && host[^1] == T.CreateTruncating('.'))
        {
            host = host[..^1];
        }

        int owner = -1;
        uint hash = _seed;
        for (int i = host.Length - 1; i >= 0; i--)
        {
            uint c = uint.CreateTruncating(host[i]);
            if (c == '.' && !Visit(host[(i + 1)..], hash, ref owner))
            {
                return owner;
            }

            hash = Add(hash, c);
        }

        Visit(host, hash, ref owner);
        return owner;
    }

    /// <summary>Looks a suffix up.</summary>
    /// <returns>Whether there is a longer suffix to look for.</returns>
    private bool Visit<T>(ReadOnlySpan<T> suffix, uint hash, ref int owner)
        where T : unmanaged, IBinaryInteger<T>
    {
        ref readonly Node node = ref Probe(hash);
        if (node.Length == 0)
        {
            return false;
        }

        if (node.Owner >= 0)
        {
            if (!Matches(suffix, _text.AsSpan(node.Start, node.Length)))
            {
                return false;
            }

            owner = node.Owner;
        }

        return node.IsInner;
    }

    private ref readonly Node Probe(uint hash)
    {
        Node[] nodes = _nodes;
        uint at = hash >> _shift;
        while (nodes[at].Length != 0 && nodes[at].Hash != hash)
        {
            at = (at + 1) & (uint)(nodes.Length - 1);
        }

        return ref nodes[at];
    }

    private static bool Matches<T>(ReadOnlySpan<T> suffix, ReadOnlySpan<byte> host)
        where T : unmanaged, IBinaryInteger<T> =>
        typeof(T) == typeof(char)
            ? Ascii.EqualsIgnoreCase(host, MemoryMarshal.Cast<T, char>(suffix))
            : Ascii.EqualsIgnoreCase(host, MemoryMarshal.Cast<T, byte>(suffix));

    // Setting the bit of case folds letters; what else it folds is told apart by Matches.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Add(uint hash, uint c) => (hash ^ (c | 0x20)) * Prime;

    private bool Fill(List<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            uint hash = _seed;
            for (int i = node.Start + node.Length - 1; i >= node.Start; i--)
            {
                hash = Add(hash, _text[i]);
            }

            uint at = hash >> _shift;
            while (_nodes[at].Length != 0)
            {
                if (_nodes[at].Hash == hash)
                {
                    return false;
                }

                at = (at + 1) & (uint)(_nodes.Length - 1);
            }

            _nodes[at] = node with { Hash = hash };
        }

        return true;
    }

    /// <summary>Makes a node of every host and of every suffix that leads to one.</summary>
    private static byte[] Collect(IEnumerable<(string Host, int Owner)> hosts, List<Node> nodes)
    {
        List<byte> text = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach ((string host, int owner) in hosts)
        {
            int start = text.Count;
            text.AddRange(Encoding.ASCII.GetBytes(host));
            for (int from = 0; from < host.Length; from = NextLabel(host, from))
            {
                ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, host[from..], out bool exists);
                if (!exists)
                {
                    place = nodes.Count;
                    nodes.Add(new(0, start + from, (short)(host.Length - from), -1, false));
                }

                Node node = nodes[place];
                nodes[place] = from > 0 ? node with { IsInner = true } : node.Owner < 0 ? node with { Owner = owner } : node;
            }
        }

        return [.. text];
    }

    private static int NextLabel(string host, int from) => host.IndexOf('.', from) is >= 0 and int dot ? dot + 1 : host.Length;

    private readonly record struct Node(uint Hash, int Start, short Length, int Owner, bool IsInner);
}
