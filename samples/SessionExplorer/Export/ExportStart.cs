using System.Globalization;
using SessionExplorer.CommandLine;

namespace SessionExplorer.Export;

/// <summary>Decides whether an export starts again or continues an earlier one. Files are
/// replaced only with --overwrite.</summary>
internal sealed record ExportStart(ExportTarget Target, bool Resume, bool Overwrite)
{
    /// <summary>The export to continue. Null for a new export.</summary>
    public ExportState? FindEarlier()
    {
        if (Resume && Target.HasCheckpoint)
            return ExportState.Load(Target.Checkpoint);
        if (!Overwrite && Target.HasCheckpoint)
            throw new UsageException($"{Target.Final} is unfinished: --resume continues it, --overwrite starts again.");
        if (!Overwrite && File.Exists(Target.Final))
            throw new UsageException($"{Target.Final} exists: --overwrite replaces it.");

        return null;
    }

    /// <exception cref="UsageException">The earlier export had other options.</exception>
    public static void Refuse(ExportState earlier, ExportShape shape, ExportRequest request)
    {
        if (Differences(earlier, shape, request) is { Count: > 0 } differences)
            throw new UsageException(
                $"The {(earlier.IsComplete ? "complete" : "unfinished")} export differs in {string.Join(", ", differences)}: "
                    + "use the same options, or --overwrite.");
    }

    /// <summary>The initial state, which is written to the checkpoint.</summary>
    public ExportState Start(ExportState? earlier, ExportShape shape, ExportRequest request, DateTimeOffset now)
    {
        if (earlier is null)
            Target.Clear();
        else
            Refuse(earlier, shape, request);

        var state = earlier ?? New(shape, request, now);
        state = state with { Holder = Self };
        state.Save(Target.Checkpoint);
        return state;
    }

    private static string Self =>
        string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}");

    private static ExportState New(ExportShape shape, ExportRequest request, DateTimeOffset now) =>
        new(shape.Format, shape.IsCsvSafe, now, shape.Names, request, 0, 0, Next: null, IsComplete: false, Self);

    private static List<string> Differences(ExportState earlier, ExportShape shape, ExportRequest request)
    {
        var differences = earlier.Request.Differences(request).ToList();
        if (earlier.Columns != shape.Names)
            differences.Add("--columns");
        if (earlier.Format != shape.Format)
            differences.Add("--format");
        if (earlier.IsCsvSafe != shape.IsCsvSafe)
            differences.Add("--csv-safe");

        return differences;
    }
}
