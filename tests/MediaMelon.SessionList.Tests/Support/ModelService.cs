using System.Globalization;
using System.Net;
using System.Text;

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>A minimal session list service. Its irregularities are settings.</summary>
public sealed class ModelService : HttpMessageHandler
{
    private readonly List<Row> _rows;
    private readonly Lock _lock = new();
    private int _inFlight;

    public ModelService(IEnumerable<Row> rows) => _rows = [.. rows];

    public enum CounterMode
    {
        Absent,

        /// <summary>totalcount is the whole result, pagecount the rows of this page.</summary>
        WholeResult,

        /// <summary>totalcount is the rows of this page, pagecount the number of pages.</summary>
        CurrentPage,
    }

    public enum OffsetMode
    {
        Honored,

        /// <summary>The offset is ignored: each page is the first.</summary>
        Ignored,

        /// <summary>The offset is taken modulo the number of rows.</summary>
        Modulo,

        /// <summary>Like Modulo, but a page that reaches the end continues with the first rows.</summary>
        Circular,

        /// <summary>The offset is limited so that the page is full.</summary>
        Clamped,

        /// <summary>Past the end, the rows of the last page are returned, counted in pages of the limit.</summary>
        LastPageForever,

        /// <summary>Past the end, the rows of some earlier page are returned.</summary>
        OldRowsForever,

        /// <summary>Past the end, rows are returned in random order.</summary>
        RandomForever,
    }

    public CounterMode Counters { get; init; }

    public OffsetMode Offsets { get; init; }

    /// <summary>The maximum number of rows for the request with this index (from 0). Null for no limit.</summary>
    public Func<int, int?> ShortPage { get; init; } = _ => null;

    /// <summary>The number of rows that the counters include but no page returns.</summary>
    public int MissingRows { get; init; }

    /// <summary>The id as JSON, or null for none.</summary>
    public Func<Row, string?> IdOf { get; init; } = row => $"\"{row.Id}\"";

    public int? MaxLimit { get; init; }

    /// <summary>The minimum limit. The service raises a smaller limit to this value.</summary>
    public int MinLimit { get; init; }

    public bool StartIsInclusive { get; init; } = true;

    public bool EndIsInclusive { get; init; } = true;

    /// <summary>The status of the failed request with this index (from 0). Null for no fault.</summary>
    public Func<int, HttpStatusCode?> Fault { get; init; } = _ => null;

    /// <summary>Changes the rows before the response to the request with this index.</summary>
    public Action<int, List<Row>> Drift { get; init; } = (_, _) => { };

    /// <summary>Whether to write the session id.</summary>
    public bool HasIds { get; init; } = true;

    public int Requests { get; private set; }

    public int InFlight => _inFlight;

    public int MaxInFlight { get; private set; }

    /// <summary>The requested offsets and limits, in order.</summary>
    public List<(int Offset, int Limit)> RequestedRanges { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        lock (_lock)
        {
            MaxInFlight = Math.Max(MaxInFlight, Interlocked.Increment(ref _inFlight));
            response = Respond(request.RequestUri!);
            response.RequestMessage = request;
        }

        try
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            return response;
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    public IReadOnlyList<Row> Select(SessionPeriod period, string? order)
    {
        var rows = _rows.Where(row => IsIn(row.Time, period));
        return order switch
        {
            "asc" => [.. rows.OrderBy(row => row.Time)],
            "desc" => [.. rows.OrderByDescending(row => row.Time)],
            _ => [.. rows],
        };
    }

    private HttpResponseMessage Respond(Uri address)
    {
        var number = Requests++;
        Drift(number, _rows);

        var parameters = address.Query[1..].Split('&').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        var limit = int.Parse(parameters["limit"], CultureInfo.InvariantCulture);
        var offset = int.Parse(parameters.GetValueOrDefault("offset", "0"), CultureInfo.InvariantCulture);
        RequestedRanges.Add((offset, limit));

        if (Fault(number) is { } status)
            return new(status) { Content = new StringContent("") };

        var all = Select(SessionPeriod.Parse(parameters["period"]), parameters.GetValueOrDefault("order"));
        var served = Math.Max(MinLimit, Math.Min(limit, MaxLimit ?? limit));
        var page = Page(all, offset, served).Take(ShortPage(number) ?? int.MaxValue).ToList();
        var json = new StringBuilder("{");
        if (Counters != CounterMode.Absent)
        {
            var whole = Counters == CounterMode.WholeResult;
            json.Append(CultureInfo.InvariantCulture, $"\"totalcount\":{(whole ? all.Count + MissingRows : page.Count)},");
            json.Append(CultureInfo.InvariantCulture, $"\"pagecount\":{(whole ? page.Count : (all.Count + served - 1) / served)},");
        }

        json.Append("\"response\":[").AppendJoin(',', page.Select(Json)).Append("]}");
        return new(HttpStatusCode.OK) { Content = new StringContent(json.ToString(), Encoding.UTF8, "application/json") };
    }

    private IEnumerable<Row> Page(IReadOnlyList<Row> all, int offset, int served)
    {
        var isPast = offset >= all.Count;
        var lastPage = all.Count == 0 ? 0 : (all.Count - 1) / served * served;
        return Offsets switch
        {
            OffsetMode.Ignored => all.Take(served),
            OffsetMode.Modulo => all.Skip(all.Count == 0 ? 0 : offset % all.Count).Take(served),
            OffsetMode.Circular => all.Count == 0
                ? []
                : Enumerable.Range(offset, Math.Min(served, all.Count)).Select(i => all[i % all.Count]),
            OffsetMode.Clamped => all.Skip(Math.Min(offset, Math.Max(0, all.Count - served))).Take(served),
            OffsetMode.LastPageForever => all.Skip(Math.Min(offset, lastPage)).Take(served),
            OffsetMode.OldRowsForever => all.Skip(isPast ? offset / served * 7 % (1 + (lastPage / served)) * served : offset).Take(served),
            OffsetMode.RandomForever => isPast
                ? all.OrderBy(row => HashCode.Combine(row.Id, offset)).Take(served)
                : all.Skip(offset).Take(served),
            _ => all.Skip(offset).Take(served),
        };
    }

    private string Json(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{{(HasIds && IdOf(row) is { } id ? $"\"sessionid\":{id}," : "")}\"endtime\":{(row.HidesTime ? "\"soon\"" : row.Time)},\"latency\":{row.Id}}}");

    private bool IsIn(long time, SessionPeriod period)
    {
        var start = period.Start.ToUnixTimeSeconds();
        var end = period.End.ToUnixTimeSeconds();
        return (StartIsInclusive ? time >= start : time > start) && (EndIsInclusive ? time <= end : time < end);
    }

    public readonly record struct Row(int Id, long Time, bool HidesTime = false);
}
