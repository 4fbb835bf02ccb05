using NightlyExport.Plan;

namespace NightlyExport.Work;

/// <summary>An hour of a run.</summary>
/// <param name="Hour">The hour.</param>
/// <param name="IsReadAgain">Whether the stored file is compared with the service. If false, it is skipped.</param>
internal sealed record SelectedHour(ExportHour Hour, bool IsReadAgain);
