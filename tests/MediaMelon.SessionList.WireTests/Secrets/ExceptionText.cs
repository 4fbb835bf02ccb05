using System.Collections;
using System.Globalization;
using System.Reflection;

namespace MediaMelon.SessionList.WireTests.Secrets;

/// <summary>Collects all text of an exception: messages, nested properties, data, inner exceptions.</summary>
internal static class ExceptionText
{
    private const int MaxDepth = 6;

    public static IReadOnlyList<string> GetAll(Exception failure)
    {
        var texts = new List<string>();
        Read(failure, texts, new HashSet<object>(ReferenceEqualityComparer.Instance), depth: 0);
        return texts;
    }

    private static void Read(object? value, List<string> texts, HashSet<object> seen, int depth)
    {
        if (value is null or MemberInfo or Assembly or Module || depth > MaxDepth || (!value.GetType().IsValueType && !seen.Add(value)))
            return;

        texts.Add(string.Create(CultureInfo.InvariantCulture, $"{value}"));
        if (value is string || value.GetType().IsPrimitive)
            return;

        if (value is IDictionary map)
        {
            foreach (DictionaryEntry entry in map)
            {
                Read(entry.Key, texts, seen, depth + 1);
                Read(entry.Value, texts, seen, depth + 1);
            }
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
                Read(item, texts, seen, depth + 1);
        }

        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (property.GetIndexParameters().Length == 0 && property.CanRead)
                Read(Get(property, value), texts, seen, depth + 1);
        }
    }

    private static object? Get(PropertyInfo property, object owner)
    {
        try
        {
            return property.GetValue(owner);
        }
        catch (Exception failure) when (failure is TargetInvocationException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }
}
