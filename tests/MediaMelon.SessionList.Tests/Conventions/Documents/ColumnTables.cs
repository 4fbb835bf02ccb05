using System.Reflection;
using System.Text.RegularExpressions;
using MediaMelon.SessionList.Tests.Support;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>The tables of docs/columns.md: the fields of the catalogues, described by their doc comments.</summary>
internal static partial class ColumnTables
{
    /// <summary>The fields of a catalogue.</summary>
    public static string Catalogue(Type catalogue) => Table.Format(
        ["C#", "API name", "label", "type", "a query can", "on the wire", "what it is"],
        catalogue.GetProperties().Where(IsColumn).Select(property =>
        {
            var field = (Field)property.GetValue(null)!;
            var described = Described().Match(XmlDocs.Summary(property));
            if (!described.Success || described.Groups["name"].Value != field.Name)
                throw new InvalidOperationException($"The summary of {property.Name} must begin with its label and (<c>{field.Name}</c>).");

            CheckProperty(property.Name, field);
            return (string[])
            [
                Table.Code(property.Name), Table.Code(field.Name), described.Groups["label"].Value,
                Table.Code(TypeName(TypeOf(field))), Uses(field), OnTheWire(field), Capitalized(described.Groups["meaning"].Value),
            ];
        }));

    /// <summary>The methods that create a field outside the catalogues.</summary>
    public static string Others() => Table.Format(
        ["C#", "type", "a query can", "on the wire", "what it is"],
        from catalogue in (Type[])[typeof(SessionMetrics), typeof(SessionDimensions), typeof(SessionFields)]
        from method in catalogue.GetMethods()
        where method.IsStatic && !method.IsSpecialName
        let field = (Field)method.Invoke(null, ["a"])!
        select (string[])
        [
            Table.Code($"{catalogue.Name}.{method.Name}(\"name\")"), Table.Code(TypeName(TypeOf(field))), Uses(field), OnTheWire(field),
            XmlDocs.Summary(method),
        ]);

    private static bool IsColumn(PropertyInfo property) => property.PropertyType.IsAssignableTo(typeof(Field));

    // As documented, VideoSession has a property of the same name and type for every field of the catalogues.
    private static void CheckProperty(string name, Field field)
    {
        var property = typeof(VideoSession).GetProperty(name) ?? throw new InvalidOperationException($"VideoSession has no {name}.");
        Assert.Equal(TypeOf(field), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        Assert.Contains($"\"{field.Name}\":", TestSessions.Row, StringComparison.Ordinal);
    }

    private static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static Type TypeOf(Field field)
    {
        var type = field.GetType();
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Field<>))
            type = type.BaseType!;

        return type.GetGenericArguments()[0];
    }

    private static string TypeName(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Double => "double",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.String => "string",
        _ => type.Name,
    };

    private static string OnTheWire(Field field) => field switch
    {
        Field<TimeSpan> duration when duration.Format == ValueFormats.Seconds => "seconds",
        Field<TimeSpan> duration when duration.Format == ValueFormats.Minutes => "**minutes**",
        Field<DateTimeOffset> => "seconds since 1970",
        Field<double> => "number",
        Field<long> => "whole number",
        Field<bool> => "true or false",
        Field<string> or Field<ViewStatus> => "text",
        _ => throw new InvalidOperationException($"The tables have no format for {field}."),
    };

    private static string Uses(Field field) => field.GetType().GetGenericTypeDefinition() switch
    {
        var type when type == typeof(Metric<>) => "compare, order",
        var type when type == typeof(Dimension<>) => "filter, order",
        _ => "order",
    };

    [GeneratedRegex(@"^(?<label>[^(`]+) \(`(?<name>[a-z_]+)`\)[,:.]? ?(?<meaning>.*)$")]
    private static partial Regex Described();
}
