using System.Collections.Immutable;

namespace Consent;

internal sealed partial class PolicyBuilder
{
    private const string Rest = "*";

    private void CheckRegions()
    {
        CheckRegimes(file.Regions?.Default, root["regions"]["default"]);
        foreach ((string region, RegimesFile regimes) in file.Regions?.Rules ?? [])
        {
            SourceMember member = root["regions"]["rules"].Members.Find(m => m.Name == region);
            if (RegionName.Wrong(region) is { } wrong)
            {
                errors.AddAt(member.Offset, member.Value.Path, $"\"{region}\" is not a region: {wrong}", RegionName.Guess(region));
            }

            CheckRegimes(regimes, member.Value);
        }
    }

    private void CheckRegimes(RegimesFile? regimes, SourceValue place)
    {
        foreach (string id in regimes?.ByCategory?.Keys ?? (IEnumerable<string>)[])
        {
            SourceMember member = place.Members.Find(m => m.Name == id);
            if (id == Rest || _categories.Exists(c => c.Id == id) || !_knowsAllCategories)
            {
                continue;
            }

            string[] known = [.. _categories.Select(static c => c.Id), Rest];
            string? nearest = NearestName.Of(id, known.SkipLast(1));
            string list = nearest is null ? $"; give a regime for {NearestName.List(known)}, which stands for the rest" : "";
            errors.AddAt(member.Offset, member.Value.Path, $"\"{id}\" is not a category{list}", nearest);
        }
    }

    private RegionTable BuildRegions(ImmutableArray<Category> categories)
    {
        ImmutableArray<Regime> elsewhere = file.Regions?.Default is { } regimes
            ? Spread(regimes, categories)
            : BuiltInRegions.Spread(Regime.OptIn, categories);
        return BuiltInRegions.Build(
            categories,
            elsewhere,
            (file.Regions?.Rules ?? []).Select(r => KeyValuePair.Create(r.Key, Spread(r.Value, categories))));
    }

    // What a rule doesn't name is opt-in: when in doubt, closed.
    private static ImmutableArray<Regime> Spread(RegimesFile regimes, ImmutableArray<Category> categories)
    {
        if (regimes.ByCategory is not { } byCategory)
        {
            return BuiltInRegions.Spread(regimes.All ?? Regime.OptIn, categories);
        }

        Regime rest = byCategory.GetValueOrDefault(Rest, Regime.OptIn);
        return [.. categories.Select(c => byCategory.GetValueOrDefault(c.Id, rest))];
    }
}
