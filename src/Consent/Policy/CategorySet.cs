using System.Numerics;

namespace Consent;

/// <summary>
/// A set of categories of one policy, as a bit mask: bit <c>i</c> is the category at index <c>i</c>.
/// </summary>
/// <remarks>A policy holds at most <see cref="Capacity"/> categories, so 32 bits are enough.</remarks>
public readonly record struct CategorySet
{
    /// <summary>The most categories that a policy can hold.</summary>
    public const int Capacity = 32;

    /// <summary>The set that holds no category.</summary>
    public static readonly CategorySet Empty;

    /// <summary>Makes a set of a mask.</summary>
    /// <param name="bits">Bit <c>i</c> stands for the category at index <c>i</c>.</param>
    public CategorySet(uint bits) => Bits = bits;

    /// <summary>The mask; bit <c>i</c> stands for the category at index <c>i</c>.</summary>
    public uint Bits { get; }

    /// <summary>Whether the set holds no category.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>How many categories the set holds, 0 to 32.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether the category at <paramref name="index"/> (0 to 31) is in the set.</summary>
    /// <param name="index">The category's place in its policy; anything outside 0 to 31 is in no set.</param>
    public bool Contains(int index) => (uint)index < Capacity && (Bits & (1u << index)) != 0;

    /// <summary>Whether every category of <paramref name="other"/> is in this set.</summary>
    /// <param name="other">The set to look for.</param>
    public bool ContainsAll(CategorySet other) => (other.Bits & ~Bits) == 0;

    /// <summary>This set and the category at <paramref name="index"/>.</summary>
    /// <param name="index">The category's place in its policy, 0 to 31.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not in 0 to 31.</exception>
    public CategorySet With(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Capacity, nameof(index));
        return new(Bits | (1u << index));
    }

    /// <summary>The categories that are in either set.</summary>
    /// <param name="other">The other set.</param>
    public CategorySet Union(CategorySet other) => new(Bits | other.Bits);

    /// <summary>The categories of this set that are not in <paramref name="other"/>.</summary>
    /// <param name="other">The categories to leave out.</param>
    public CategorySet Except(CategorySet other) => new(Bits & ~other.Bits);
}
