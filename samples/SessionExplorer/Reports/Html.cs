using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SessionExplorer.Reports;

/// <summary>Builds HTML. Text is always encoded. Only constants of this program are markup.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public Html Markup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public Html Text(string text)
    {
        _html.Append(Encoder.Encode(text));
        return this;
    }

    /// <param name="tag">The element's name, and attributes that are constants.</param>
    /// <param name="text">Its text.</param>
    public Html Element(string tag, string text) =>
        Markup($"<{tag}>").Text(text).Markup($"</{tag.Split(' ')[0]}>\n");

    public override string ToString() => _html.ToString();
}
