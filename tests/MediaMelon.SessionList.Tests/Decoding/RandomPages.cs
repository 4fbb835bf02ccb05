using System.Globalization;
using System.Text;

namespace MediaMelon.SessionList.Tests.Decoding;

/// <summary>Random pages, from typical to invalid. The same seed gives the same page.</summary>
internal static class RandomPages
{
    private static readonly string[] Names =
    [
        "sessionid", "starttime", "endtime", "assetname", "watchtime", "sourcetype", "latency", "cirrbufferingratio", "playdur", "errors",
        "country", "islive", "status", "subscriberid", "errorcode", "totalpages", "city", "join_time",
    ];

    private static readonly string[] Typical =
    [
        "1", "0", "25", "1775749962", "1.5", "12.25", "0.001", "99.99", "null", "true", "false", "\"US\"", "\"HLS\"", "\"ended\"", "\"user-12345\"",
        "\"The Long Way Home\"", "\"\"", "\"-\"", "123456789012", "2.0",
    ];

    private static readonly string[] Unusual =
    [
        "-0", "-1", "-1.5", "1e3", "1E-3", "0.1234567890123", "123456789012345678", "1234567890123456789", "99999999999999999999", "1e999", "0.30000000000000004",
        "9007199254740993", "5e-324", "\"12.5\"", "\"NaN\"", "\"null\"", "\"TRUE\"", "\"1\"", "\"caf\u00e9\"", "\"\\u00e9\"", "\"a\\\"b\"", "\"\\ud800\"", "{}", "[]",
        "{\"a\":[1,2,{\"b\":null}]}", "\"\ud83d\ude00\"", "100000000000", "99999999999.9999999", "0.00000001", "-9223372036854775808",
    ];

    private static readonly string[] Invalid = ["01", "1.", "-", ".5", "+1", "nul", "tru", "\"a", "\"\t\"", "NaN", "1 2", ",", "}", "]", "\"\\x\"", ""];

    public static byte[] Create(int seed)
    {
        var random = new Random(seed);
        var columns = Names.OrderBy(_ => random.Next()).Take(random.Next(1, 9)).ToList();
        var unusualRate = random.Next(4) switch { 0 => 0.0, 1 => 0.02, 2 => 0.2, _ => 0.5 };
        var invalidRate = random.Next(3) == 0 ? 0.01 : 0;
        var blanks = random.Next(4) == 0;
        var json = new StringBuilder(random.Next(3) == 0 ? "\uFEFF{" : "{");

        if (random.Next(2) == 0)
            json.Append(CultureInfo.InvariantCulture, $"\"totalcount\":{random.Next(5000)},");

        json.Append(blanks ? "\"response\" : [ " : "\"response\":[");
        var rows = random.Next(0, 12);
        for (var row = 0; row < rows; row++)
        {
            json.Append(row == 0 ? "" : blanks ? " ,\n" : ",");
            AppendRow(json, random, columns, unusualRate, invalidRate, blanks && random.Next(3) == 0);
        }

        json.Append(']').Append(random.Next(3) == 0 ? ",\"pagecount\":\"7\"}" : "}");
        var bytes = Encoding.UTF8.GetBytes(json.ToString());
        return random.Next(4) == 0 ? Mutate(bytes, random) : bytes;
    }

    private static void AppendRow(StringBuilder json, Random random, List<string> columns, double unusualRate, double invalidRate, bool blanks)
    {
        var names = random.NextDouble() < unusualRate / 4 ? columns.Append(Names[random.Next(Names.Length)]) : columns;
        json.Append('{').AppendJoin(blanks ? " , " : ",", names.Select(name => $"\"{name}\"{(blanks ? " : " : ":")}{Value(random, unusualRate, invalidRate)}")).Append('}');
    }

    private static string Value(Random random, double unusualRate, double invalidRate)
    {
        var values = random.NextDouble() < invalidRate ? Invalid : random.NextDouble() < unusualRate ? Unusual : Typical;
        return values[random.Next(values.Length)];
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0 && mutated.Count > 0; times--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                case 2:
                    mutated.Insert(at, (byte)"\",:{}[]\\ 0"[random.Next(10)]);
                    break;
                default:
                    mutated.RemoveRange(at, Math.Min(random.Next(1, 20), mutated.Count - at));
                    break;
            }
        }

        return [.. mutated];
    }
}
