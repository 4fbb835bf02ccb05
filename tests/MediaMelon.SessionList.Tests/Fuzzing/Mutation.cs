using System.Text;

namespace MediaMelon.SessionList.Tests.Fuzzing;

/// <summary>Mutates text. The same seed gives the same mutation.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "%", "%2", "%00", "%ED%A0%80", "&", "&&", "=", "==", "[", "]", "[]", "|", ">", "<=", " AND ", ",", ";", "?", "#", "+", "\u0000", "\ud800", "\u2028", "\t",
        "period=", "limit=0", "offset=-1", "99999999999999999999", "-1", "1e9", "start=", "end=", "none", "@", "v1;", "v2;", "ä", "\ud83d\ude00", "http://", "/?",
    ];

    public static string Apply(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(mutated.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    mutated.Remove(at, Math.Min(random.Next(1, 12), mutated.Length - at));
                    break;
                case 2 when at < mutated.Length:
                    mutated[at] = (char)random.Next(random.Next(3) == 0 ? 0x10000 : 128);
                    break;
                case 3:
                    mutated.Insert(at, mutated.ToString(0, at)[Math.Max(0, at - 20)..]);
                    break;
                default:
                    mutated.Insert(at, new string(Pieces[random.Next(Pieces.Length)][0], random.Next(1, 200)));
                    break;
            }
        }

        return mutated.ToString();
    }
}
