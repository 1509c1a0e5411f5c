namespace Consent;

internal sealed partial class PolicyBuilder
{
    private static readonly CategoryFile[] s_defaultCategories =
    [
        new() { Id = "necessary", Required = true },
        new() { Id = "preferences" },
        new() { Id = "analytics" },
        new() { Id = "marketing", Sale = true },
    ];

    private readonly List<Category> _categories = [];

    // Whether every category's id could be read: if not, a name that isn't found may still be one.
    private bool _knowsAllCategories = true;

    private void ReadCategories()
    {
        SourceValue all = root["categories"];
        _knowsAllCategories = !all.IsBad;
        CategoryFile?[] items = file.Categories ?? s_defaultCategories;
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is { Id: { } id } item)
            {
                ReadCategory(item, id, all[i]);
            }
            else
            {
                _knowsAllCategories = false;
            }
        }

        if (_knowsAllCategories && !_categories.Exists(static c => c.Required))
        {
            errors.Add(all, "no category is required; mark the one that the site can't do without with \"required\": true");
        }

        if (items.Length > CategorySet.Capacity)
        {
            errors.Add(all[CategorySet.Capacity], $"there are {items.Length} categories; a policy holds at most {CategorySet.Capacity}");
        }
    }

    private void ReadCategory(CategoryFile item, string id, SourceValue place)
    {
        uint key = MaterialText.KeyOf(id);
        if (!Fits(place["id"], id, Shapes.IsCategoryId,
            $"\"{id}\" is not an id of a category: 1 to 32 of a-z, 0-9 and -", () => PlainId(id, 32)))
        {
            _knowsAllCategories = false;
        }
        else if (_categories.Find(c => c.Id == id) is not null)
        {
            errors.Add(place["id"], $"\"{id}\" is the id of an earlier category too; give each its own");
            return;
        }
        else if (_categories.Find(c => c.Key == key) is { } twin)
        {
            errors.Add(place["id"], $"\"{id}\" has the same 24-bit hash as \"{twin.Id}\", so the choice cookie can't tell them apart; rename one");
            return;
        }

        if (item is { Required: true, Sale: true })
        {
            errors.Add(place["sale"], $"\"{id}\" is required, so it can't be sale, sharing or targeted advertising, which a visitor can always refuse");
        }

        _categories.Add(new(_categories.Count, id)
        {
            Name = item.Name,
            Description = item.Description,
            Required = item.Required ?? false,
            Sale = item.Sale ?? false,
            Key = key,
        });
    }

    private Category? FindCategory(string id, SourceValue place)
    {
        Category? category = _categories.Find(c => c.Id == id);
        if (category is null && _knowsAllCategories)
        {
            string[] ids = [.. _categories.Select(static c => c.Id)];
            string? nearest = NearestName.Of(id, ids);
            string known = nearest is null ? $"; the categories are {NearestName.List(ids)}" : "";
            errors.Add(place, $"\"{id}\" is not a category{known}", nearest);
        }

        return category;
    }

    private static string PlainId(string text, int length)
    {
        string plain = string.Concat(text.Trim().ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return plain.Length > length ? plain[..length].TrimEnd('-') : plain;
    }
}
