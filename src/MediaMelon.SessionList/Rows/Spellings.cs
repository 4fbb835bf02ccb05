using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Columns;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;

namespace MediaMelon.SessionList.Rows;

/// <summary>Which spelling a property wants.</summary>
internal static class Spellings
{
    /// <summary>Digits that any binary or decimal number of eight bytes and more holds exactly.</summary>
    private const int ExactDigits = 15;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> Decimals = SearchValues.Create("0123456789.-"u8);

    private static readonly AsSentSpelling AsSent = new();
    private static readonly OtherSpelling OtherInText = new(isToldInText: true);
    private static readonly OtherSpelling Other = new(isToldInText: false);
    private static readonly TextSpelling Identity = new(isIdentity: true);
    private static readonly DurationSpelling InSeconds = new(ValueFormats.Seconds);

    private static readonly Dictionary<Type, Spelling> ByType = new()
    {
        [typeof(string)] = new TextSpelling(),
        [typeof(ViewStatus)] = new TextSpelling(),
        [typeof(bool)] = new FlagSpelling(),
        [typeof(DateTimeOffset)] = new TimeSpelling(keepsOffset: true),
        [typeof(DateTime)] = new TimeSpelling(keepsOffset: false),
        [typeof(double)] = new NumberSpelling<double>(ExactDigits, Decimals),
        [typeof(float)] = new NumberSpelling<float>(ExactDigits, Decimals),
        [typeof(Half)] = new NumberSpelling<Half>(4, Digits),
        [typeof(decimal)] = new NumberSpelling<decimal>(ExactDigits, Decimals),
        [typeof(long)] = new NumberSpelling<long>(18, Digits),
        [typeof(ulong)] = new NumberSpelling<ulong>(18, Digits),
        [typeof(int)] = new NumberSpelling<int>(9, Digits),
        [typeof(uint)] = new NumberSpelling<uint>(9, Digits),
        [typeof(short)] = new NumberSpelling<short>(4, Digits),
        [typeof(ushort)] = new NumberSpelling<ushort>(4, Digits),
        [typeof(byte)] = new NumberSpelling<byte>(2, Digits),
        [typeof(sbyte)] = new NumberSpelling<sbyte>(2, Digits),
        [typeof(Int128)] = new NumberSpelling<Int128>(18, Digits),
        [typeof(UInt128)] = new NumberSpelling<UInt128>(18, Digits),
        [typeof(Guid)] = OtherInText,
        [typeof(DateOnly)] = OtherInText,
        [typeof(TimeOnly)] = OtherInText,
        [typeof(Uri)] = OtherInText,
        [typeof(Version)] = OtherInText,
        [typeof(JsonElement)] = AsSent,
    };

    public static Spelling Of(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.CustomConverter is not null || IsConvertedByOthers(property.PropertyType, property.Options)
            || IsConvertedByOthers(type, property.Options))
            return AsSent;

        var column = RowTypeRule.ColumnName(property.Name, property.Options);
        if (type == typeof(TimeSpan))
            return KnownFields.Named(column) is Field<TimeSpan> field ? new DurationSpelling(field.Format) : InSeconds;

        if (type == typeof(string) && SessionColumns.IsIdentity(column))
            return Identity;

        return ByType.GetValueOrDefault(type, type.IsEnum ? OtherInText : Other);
    }

    // A converter of the type's own, or one in the options.
    private static bool IsConvertedByOthers(Type type, JsonSerializerOptions options) =>
        type != typeof(ViewStatus)
        && Nullable.GetUnderlyingType(type) != typeof(ViewStatus)
        && options.TryGetTypeInfo(type, out var info)
        && info.Converter.GetType().Assembly != typeof(JsonSerializer).Assembly;
}
