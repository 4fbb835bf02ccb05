using SessionExplorer.Explain;

namespace SessionExplorer.Reports;

/// <summary>A report as one HTML page without scripts, external files, or network access.</summary>
internal static class ReportPage
{
    public static string Render(ReportContent content)
    {
        var html = new Html()
            .Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            // The page cannot load or run anything, whatever the data contain.
            .Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Element("title", content.Title)
            .Markup($"<style>\n{ReportStyle.Css}\n</style>\n</head>\n<body>\n<main>\n")
            .Element("h1", content.Title);
        foreach (var sentence in content.Summary)
            html.Element("p", sentence);

        AddFindings(html, content.Findings);
        foreach (var chart in content.Charts)
            AddChart(html, chart);

        AddWorst(html, content);
        html.Element("h2", "Queries");
        foreach (var query in content.Queries)
            AddQuery(html, query.Heading, query.Explanation);

        return html
            .Element("h2", "Run it again")
            .Element("pre", content.Command)
            .Element("p class=\"soft\"", content.Origin)
            .Markup("</main>\n</body>\n</html>\n")
            .ToString();
    }

    private static void AddFindings(Html html, IReadOnlyList<ReportFinding> findings)
    {
        if (findings.Count == 0)
            return;

        html.Element("h2", "Findings").Markup("<ol class=\"findings\">\n");
        foreach (var finding in findings)
        {
            html.Markup("<li>").Element("p", finding.Sentence);
            if (finding.Command is { } command)
                html.Element("pre", command);
            if (finding.Ids.Count > 0)
                html.Element("p class=\"soft\"", $"Sessions: {string.Join(", ", finding.Ids)}");
            html.Markup("</li>\n");
        }

        html.Markup("</ol>\n");
    }

    private static void AddChart(Html html, ReportChart chart)
    {
        html.Element("h2", chart.Heading).Markup("<p class=\"soft\">");
        for (var index = 0; index < chart.Legend.Count; index++)
            html.Markup($"<span class=\"key key{index}\"></span>").Text(chart.Legend[index]);
        html.Markup("</p>\n").Markup(chart.Svg).Markup("\n");
    }

    private static void AddWorst(Html html, ReportContent content)
    {
        if (content.WorstRows.Count == 0)
            return;

        html.Element("h2", "The worst sessions").Markup("<div class=\"wide\"><table>\n<thead><tr>");
        foreach (var name in content.WorstColumns)
            html.Element("th", name);
        html.Markup("</tr></thead>\n<tbody>\n");
        foreach (var row in content.WorstRows)
        {
            html.Markup("<tr>");
            foreach (var cell in row)
                html.Element("td", cell);
            html.Markup("</tr>\n");
        }

        html.Markup("</tbody></table></div>\n");
    }

    private static void AddQuery(Html html, string heading, Explanation explanation) =>
        html.Element("h3", $"{heading} in C#")
            .Element("pre", explanation.CSharp)
            .Element("h3", $"{heading} as a URL")
            .Element("pre", explanation.Url.AbsoluteUri)
            .Element("h3", $"{heading} with curl")
            .Element("pre", explanation.Curl);
}
