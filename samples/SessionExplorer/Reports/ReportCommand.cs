using System.Globalization;
using MediaMelon.SessionList;
using SessionExplorer.CommandLine;
using SessionExplorer.RootCause;

namespace SessionExplorer.Reports;

/// <summary>Formats the command that reproduces a report.</summary>
internal static class ReportCommand
{
    public static string Format(
        string command, BadRule rule, SessionQuery query, IEnumerable<string> dimensions, params string[] more)
    {
        var measure = rule.Measure;
        string[] words =
        [
            command,
            measure.IsFailedStart ? Measure.FailedStartsName : ColumnText.Format(measure.Column.Field),
            "--from", ListCommandText.Moment(query.Period.Start),
            "--to", ListCommandText.Moment(query.Period.End),
            .. query.SessionType == SessionType.Started ? ["--started"] : (string[])[],
            .. ListCommandText.Scope(query),
            .. measure.IsFailedStart
                ? []
                : (string[])[rule.IsBelow ? "--under" : "--over", rule.Limit.ToString("0.######", CultureInfo.InvariantCulture)],
            "--dimensions", string.Join(',', dimensions),
            .. more,
        ];
        return $"{ExplorerRoot.ProgramName} {string.Join(' ', words.Select(ShellWord.Quote))}";
    }
}
