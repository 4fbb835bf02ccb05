using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>The doc comments of the library, as Markdown for a table cell.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "MediaMelon.SessionList.xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string Summary(PropertyInfo property) => Summary($"P:{property.DeclaringType!.FullName}.{property.Name}");

    public static string Summary(MethodInfo method) =>
        Summary($"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName))})");

    private static string Summary(string id) => Members.TryGetValue(id, out var member) && member.Element("summary") is { } summary
        ? Blanks().Replace(Write(summary), " ").Trim().Replace("|", @"\|", StringComparison.Ordinal)
        : throw new InvalidOperationException($"{id} has no summary.");

    private static string Write(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "paramref" } parameter => $"`{parameter.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("langword")?.Value ?? ShortName(see.Attribute("cref")!.Value)}`",
        _ => throw new InvalidOperationException($"The tables have no format for {node}."),
    }));

    // P:MediaMelon.SessionList.SessionDimensions.AssetName becomes SessionDimensions.AssetName,
    // and T:System.TimeSpan becomes TimeSpan.
    private static string ShortName(string id)
    {
        var name = id[2..].Split('(')[0].Split('`')[0];
        return string.Join('.', name.Split('.').TakeLast(id[0] == 'T' ? 1 : 2));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
