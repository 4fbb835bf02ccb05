using System.Globalization;
using System.Reflection;
using MediaMelon.SessionList.Options;

namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>The tables of docs/options.md. This class defines the allowed values and checks them with the validator.</summary>
internal static class OptionTables
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Dictionary<string, Limit> Limits = new()
    {
        ["CustomerId"] = new("from 1", (options, value) => options.CustomerId = (long)value, [1L, long.MaxValue], [0L, -1L]),
        ["ApiKey"] = new("printable ASCII without blanks", (options, value) => options.ApiKey = (string)value, ["!", "~", " key\n"], ["", " ", "a b", "é"]),
        ["BaseAddress"] = new(
            "https, or http on loopback",
            (options, value) => options.BaseAddress = (Uri)value,
            [new Uri("https://proxy.example/a/path"), new Uri("http://localhost:8080")],
            [
                new Uri("http://proxy.example"), new Uri("ftp://localhost"), new Uri("https://proxy.example?a=b"),
                new Uri("https://proxy.example//a"), new Uri("https://proxy.example/mm-apis/listsessions/1"),
            ]),
        ["AttemptTimeout"] = new(
            "10 ms to 1 day",
            (options, value) => (options.AttemptTimeout, options.TotalTimeout) = ((TimeSpan)value, Day),
            [TimeSpan.FromMilliseconds(10), Day],
            [TimeSpan.FromMilliseconds(10) - Tick, Day + Tick]),
        ["TotalTimeout"] = new(
            "10 ms to 1 day",
            (options, value) => (options.AttemptTimeout, options.TotalTimeout) = (TimeSpan.FromMilliseconds(10), (TimeSpan)value),
            [TimeSpan.FromMilliseconds(10), Day],
            [TimeSpan.FromMilliseconds(10) - Tick, Day + Tick]),
        ["MaxRetries"] = new("0 to 10", (options, value) => options.MaxRetries = (int)value, [0, 10], [-1, 11]),
        ["MaxRetryAfter"] = new("0 to 1 day", (options, value) => options.MaxRetryAfter = (TimeSpan)value, [TimeSpan.Zero, Day], [-Tick, Day + Tick]),
        ["MaxResponseBytes"] = new(
            "1 to 2,147,483,591", (options, value) => options.MaxResponseBytes = (long)value, [1L, 2_147_483_591L], [0L, 2_147_483_592L]),
        ["PageSize"] = new("from 1", (options, value) => options.Paging.PageSize = (int)value, [1, int.MaxValue], [0]),
        ["MaxConcurrentRequests"] = new("1 to 64", (options, value) => options.Paging.MaxConcurrentRequests = (int)value, [1, 64], [0, 65]),
        ["SliceBy"] = new(
            "whole seconds, from 1",
            (options, value) => options.Paging.SliceBy = (TimeSpan)value,
            [TimeSpan.FromSeconds(1), TimeSpan.FromDays(400)],
            [TimeSpan.Zero, TimeSpan.FromSeconds(1.5)]),
    };

    public static string Client() => Of(new SessionListClientOptions());

    public static string Paging() => Of(new PagingOptions());

    private static string Of(object options) => Table.Format(
        ["option", "default", "allowed", "what it does"],
        options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OrderBy(property => property.MetadataToken)
            .Select(property => (string[])
            [
                Table.Code(property.Name), Default(property.GetValue(options)),
                Limits.TryGetValue(property.Name, out var limit) ? limit.Try() : "", Summary(property),
            ]));

    // Options of the same table are named without their class.
    private static string Summary(PropertyInfo property) =>
        XmlDocs.Summary(property).Replace($"`{property.DeclaringType!.Name}.", "`", StringComparison.Ordinal);

    private static string Default(object? value) => value switch
    {
        null => "none",
        0L or "" => "required",
        bool flag => flag ? "`true`" : "`false`",
        Uri address => Table.Code(address.OriginalString),
        PagingOptions => "see below",
        IFormattable number => Table.Code(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"The tables have no format for {value}."),
    };

    /// <param name="Text">The allowed values.</param>
    /// <param name="Set">Sets the option.</param>
    /// <param name="Good">Valid values at the limits.</param>
    /// <param name="Bad">Invalid values next to the limits.</param>
    private sealed record Limit(string Text, Action<SessionListClientOptions, object> Set, object[] Good, object[] Bad)
    {
        public string Try()
        {
            Assert.All(Good, value => Assert.Empty(Errors(value)));
            Assert.All(Bad, value => Assert.Single(Errors(value)));
            return Text;
        }

        private IEnumerable<string> Errors(object value)
        {
            var options = new SessionListClientOptions { CustomerId = 1, ApiKey = "key" };
            Set(options, value);
            return ClientOptionsValidator.GetErrors(options);
        }
    }
}
