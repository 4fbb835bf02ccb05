using System.Net.Http.Headers;
using System.Text;

namespace MediaMelon.SessionList.Http;

/// <summary>The character set that a response declares.</summary>
internal static class Charset
{
    /// <summary>Finds its encoding. Null for UTF-8, and if the character set is missing or unknown.</summary>
    public static Encoding? Find(MediaTypeHeaderValue? contentType)
    {
        var name = contentType?.CharSet?.Trim('"', ' ');
        if (string.IsNullOrEmpty(name) || !TryGet(name, out var encoding))
            return null;

        return encoding.CodePage == Encoding.UTF8.CodePage || encoding.CodePage == Encoding.ASCII.CodePage ? null : encoding;
    }

    /// <summary>Converts the text to UTF-8. A byte order mark takes precedence over the declared character set.</summary>
    public static byte[] ToUtf8(ReadOnlySpan<byte> text, Encoding declared) => text switch
    {
        [0xEF, 0xBB, 0xBF, ..] => text.ToArray(),
        [0xFE, 0xFF, ..] when declared.CodePage == Encoding.Unicode.CodePage => Convert(text, Encoding.BigEndianUnicode),
        _ => Convert(text, declared),
    };

    private static byte[] Convert(ReadOnlySpan<byte> text, Encoding encoding) =>
        Encoding.UTF8.GetBytes(encoding.GetString(text));

    private static bool TryGet(string name, out Encoding encoding)
    {
        try
        {
            // Most code pages, such as windows-1252, are not registered by default.
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return true;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            encoding = Encoding.UTF8;
            return false;
        }
    }
}
