namespace NightlyExport.Configuration;

/// <summary>What to export and where: the section <c>Export</c>, or the command line.</summary>
internal sealed class ExportOptions
{
    public const string Section = "Export";

    public const int MaxHoursAtATime = 64;
    public const double MaxRate = 10_000;

    /// <summary>The folder of the data set, or its address in a blob container. It is created if it does not exist.</summary>
    public string Output { get; set; } = "";

    /// <summary>How far before the watermark stored hours are read again and compared: 6h, 2d or 0.</summary>
    public string Lookback { get; set; } = "6h";

    /// <summary>Requests per second of all shards together.</summary>
    /// <value>null, for no limit, by default.</value>
    public double? MaxRequestsPerSecond { get; set; }

    /// <summary>A day in UTC, 2026-04-09.</summary>
    /// <value>Yesterday, unless <see cref="From"/> and <see cref="To"/> are set.</value>
    public string? Day { get; set; }

    /// <summary>The beginning, on the hour, 2026-04-09T06:00Z.</summary>
    public string? From { get; set; }

    /// <summary>The end, on the hour.</summary>
    public string? To { get; set; }

    /// <summary>The share of this machine: 0/4 to 3/4 for four of them, or auto under a scheduler.</summary>
    public string Shard { get; set; } = "0/1";

    /// <summary>How many hours are read at the same time; each makes the client's requests.</summary>
    public int HoursAtATime { get; set; } = 4;

    /// <summary>Whether the last hour keeps the sessions that end in the second of the period's end.</summary>
    /// <remarks>A run whose period begins at that second exports them. Set true for an export that no other follows.</remarks>
    public bool KeepLastSecond { get; set; }

    /// <summary>Whether built-in data are exported, without a key.</summary>
    public bool Demo { get; set; }
}
