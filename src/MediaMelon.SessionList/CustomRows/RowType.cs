using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>A custom type that rows are read into.</summary>
internal sealed class RowType<TRow>
{
    private readonly RowMember[][] _byLength;
    private readonly Dictionary<string, RowMember>? _inAnyCase;

    private RowType(JsonTypeInfo<TRow> info)
    {
        Info = info;
        KeepsOthers = info.Properties.Any(property => property.IsExtensionData);
        Properties = [.. info.Properties.Where(property => !property.IsExtensionData).Select(RowProperty.Create)];

        Names = info.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        RowMember[] members = [.. Properties.Select(property => property.Name).Union(RowMember.Walked).Select(Member)];
        var longest = members.Max(member => member.Utf8Name.Length);
        _byLength = [.. Enumerable.Range(0, longest + 1).Select(length => OfLength(members, length))];
        _inAnyCase = info.Options.PropertyNameCaseInsensitive
            ? members.Where(member => member.Property is not null).DistinctBy(member => member.Property)
                .ToDictionary(member => member.Property!.Name, Names)
            : null;
    }

    public JsonTypeInfo<TRow> Info { get; }

    public IReadOnlyList<RowProperty> Properties { get; }

    /// <summary>Which names are the same.</summary>
    public StringComparer Names { get; }

    /// <summary>One more than the largest number of a member.</summary>
    public int MemberCount => Properties.Count + RowMember.Walked.Count;

    /// <summary>Whether columns without a property are kept as extension data.</summary>
    public bool KeepsOthers { get; }

    /// <exception cref="ArgumentException">Rows cannot be read into this type.</exception>
    public static RowType<TRow> Create(JsonTypeInfo<TRow> rowType)
    {
        RowTypeValidator.Check(rowType, nameof(rowType));
        return new(rowType);
    }

    /// <summary>What the name that the reader stands on means; null if nothing.</summary>
    public RowMember? Find(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return FindExactly(reader.ValueSpan) ?? _inAnyCase?.GetValueOrDefault(LenientText.Read(ref reader));

        var name = LenientText.Read(ref reader);
        return FindExactly(Encoding.UTF8.GetBytes(name)) ?? _inAnyCase?.GetValueOrDefault(name);
    }

    private RowMember Member(string name)
    {
        var number = Properties.TakeWhile(property => !Names.Equals(property.Name, name)).Count();
        return number < Properties.Count
            ? new(name, Properties[number], number)
            : new(name, property: null, number + RowMember.Walked.TakeWhile(walked => walked != name).Count());
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

    private static RowMember[] OfLength(RowMember[] members, int length) =>
        [.. members.Where(member => member.Utf8Name.Length == length)];
}
