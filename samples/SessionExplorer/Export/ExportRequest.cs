using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaMelon.SessionList;
using SessionExplorer.Sources;

namespace SessionExplorer.Export;

/// <summary>The request of an export and its service, part by part. A resumed export must have the same request.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Address">The service.</param>
/// <param name="Period">The bounds of the period, in seconds.</param>
/// <param name="Filters">A hash, as the values may be subscriber ids.</param>
/// <param name="Conditions">Conditions on metrics.</param>
/// <param name="Order">The sort column and the direction.</param>
/// <param name="Amount">The number of sessions to take and to skip.</param>
/// <param name="Sessions">Which sessions belong to the period.</param>
internal sealed record ExportRequest(
    long Customer,
    string Address,
    string Period,
    string Filters,
    string Conditions,
    string Order,
    string Amount,
    string Sessions)
{
    public static ExportRequest Create(SessionQuery query, SessionSource source) =>
        new(
            source.CustomerId,
            source.Identity,
            Invariant($"{query.Period.Start.ToUnixTimeSeconds()}-{query.Period.End.ToUnixTimeSeconds()}"),
            Hash(string.Concat(query.Filters)),
            string.Join(',', query.Conditions),
            query.SortField is { } field ? $"{field.Name} {(query.SortDescending ? "descending" : "ascending")}" : "",
            Invariant($"{query.MaxSessions} after {query.Offset}"),
            $"{query.SessionType}{(query.AllStatuses ? ", all statuses" : "")}");

    /// <summary>The names of the options that differ.</summary>
    public IEnumerable<string> Differences(ExportRequest other)
    {
        (string Name, object? One, object? Other)[] parts =
        [
            ("the customer", Customer, other.Customer),
            ("the service (--base-url, --built-in)", Address, other.Address),
            ("the period (--last, --from, --to)", Period, other.Period),
            ("--where", Filters, other.Filters),
            ("--having", Conditions, other.Conditions),
            ("--order-by or --desc", Order, other.Order),
            ("--take or --skip", Amount, other.Amount),
            ("--started or --all-statuses", Sessions, other.Sessions),
        ];
        return parts.Where(part => !Equals(part.One, part.Other)).Select(part => part.Name);
    }

    private static string Hash(string text) =>
        text.Length == 0 ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
