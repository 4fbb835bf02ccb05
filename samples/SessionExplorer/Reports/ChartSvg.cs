using System.Globalization;
using System.Text;
using System.Xml.Linq;
using OxyPlot;

namespace SessionExplorer.Reports;

/// <summary>Renders a chart as SVG for an HTML page.</summary>
internal static class ChartSvg
{
    private const int Width = 880;
    private const int Height = 260;

    /// <param name="model">The chart. It contains no text from the data.</param>
    /// <param name="name">A name that is unique in the page.</param>
    /// <param name="description">A text description for screen readers.</param>
    public static string Create(PlotModel model, string name, string description)
    {
        using var stream = new MemoryStream();
        new SvgExporter { Width = Width, Height = Height, IsDocument = false }.Export(model, stream);
        var root = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF')).Root!;

        root.SetAttributeValue("width", null);
        root.SetAttributeValue("height", null);
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}"));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", description);
        foreach (var element in root.Descendants())
            Adapt(element, name);

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Adapt(XElement element, string name)
    {
        // Ids must be unique in the page, not only in the picture.
        if (element.Attribute("id") is { } id)
            id.Value = name + id.Value;
        if (element.Attribute("clip-path") is { } clip)
            clip.Value = clip.Value.Replace("#", "#" + name, StringComparison.Ordinal);

        // Variables are valid in a style, but not in every attribute.
        var style = element.Attribute("style")?.Value ?? "";
        foreach (var property in (string[])["fill", "stroke"])
        {
            if (element.Attribute(property) is not { } attribute)
                continue;

            style = $"{property}:{attribute.Value};{style}";
            attribute.Remove();
        }

        element.SetAttributeValue("style", style.Length == 0 ? null : ChartColors.ToVariables(style));
    }
}
