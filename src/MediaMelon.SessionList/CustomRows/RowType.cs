using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>The metadata of a custom row type.</summary>
internal sealed class RowType<TRow>
{
    private readonly RowMember[][] _byLength;
    private readonly Dictionary<string, RowMember>? _byNameIgnoreCase;

    private RowType(JsonTypeInfo<TRow> info)
    {
        Info = info;
        HasExtensionData = info.Properties.Any(property => property.IsExtensionData);
        Properties = [.. info.Properties.Where(property => !property.IsExtensionData).Select(RowProperty.Create)];

        NameComparer = info.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var names = Properties.Select(property => property.Name).Union(RowMember.PagingColumnNames);
        RowMember[] members = [.. names.Select(CreateMember)];
        var longest = members.Max(member => member.Utf8Name.Length);
        _byLength = [.. Enumerable.Range(0, longest + 1).Select(length => FilterByLength(members, length))];
        _byNameIgnoreCase = info.Options.PropertyNameCaseInsensitive
            ? members.Where(member => member.Property is not null).DistinctBy(member => member.Property)
                .ToDictionary(member => member.Property!.Name, NameComparer)
            : null;
    }

    public JsonTypeInfo<TRow> Info { get; }

    public IReadOnlyList<RowProperty> Properties { get; }

    /// <summary>Compares names.</summary>
    public StringComparer NameComparer { get; }

    /// <summary>The exclusive upper bound of the member numbers.</summary>
    public int MemberCount => Properties.Count + RowMember.PagingColumnNames.Count;

    /// <summary>Whether columns without a property are kept as extension data.</summary>
    public bool HasExtensionData { get; }

    /// <exception cref="ArgumentException">Rows cannot be read into this type.</exception>
    public static RowType<TRow> Create(JsonTypeInfo<TRow> rowType)
    {
        RowTypeValidator.Check(rowType, nameof(rowType));
        return new(rowType);
    }

    /// <summary>Finds the member for the name at the reader; null if there is none.</summary>
    public RowMember? Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return FindExactly(reader.ValueSpan) ?? _byNameIgnoreCase?.GetValueOrDefault(LenientText.Read(ref reader));

        var name = LenientText.Read(ref reader);
        return FindExactly(Encoding.UTF8.GetBytes(name)) ?? _byNameIgnoreCase?.GetValueOrDefault(name);
    }

    private RowMember CreateMember(string name)
    {
        var number = Properties.TakeWhile(property => !NameComparer.Equals(property.Name, name)).Count();
        return number < Properties.Count
            ? new(name, Properties[number], number)
            : new(name, property: null, number + RowMember.PagingColumnNames.TakeWhile(column => column != name).Count());
    }

    private RowMember? FindExactly(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length)
            return null;

        foreach (var member in _byLength[name.Length])
        {
            if (name.SequenceEqual(member.Utf8Name))
                return member;
        }

        return null;
    }

    private static RowMember[] FilterByLength(RowMember[] members, int length) =>
        [.. members.Where(member => member.Utf8Name.Length == length)];
}
