using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MediaMelon.SessionList.Fields;
using MediaMelon.SessionList.Query;
using MediaMelon.SessionList.Sessions;
using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList.CustomRows;

/// <summary>Selects the transcoder of a property.</summary>
internal static class JsonTranscoders
{
    /// <summary>Digits that any binary or decimal number of eight bytes and more holds exactly.</summary>
    private const int ExactDigits = 15;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> Decimals = SearchValues.Create("0123456789.-"u8);

    private static readonly RawTranscoder AsSent = new();
    private static readonly DefaultTranscoder OtherInText = new(isToldInText: true);
    private static readonly DefaultTranscoder Other = new(isToldInText: false);
    private static readonly TextTranscoder Identity = new(isIdentity: true);
    private static readonly DurationTranscoder InSeconds = new(ValueFormats.Seconds);

    private static readonly Dictionary<Type, JsonTranscoder> ByType = new()
    {
        [typeof(string)] = new TextTranscoder(),
        [typeof(ViewStatus)] = new TextTranscoder(),
        [typeof(bool)] = new FlagTranscoder(),
        [typeof(DateTimeOffset)] = new TimeTranscoder(keepsOffset: true),
        [typeof(DateTime)] = new TimeTranscoder(keepsOffset: false),
        [typeof(double)] = new NumberTranscoder<double>(ExactDigits, Decimals),
        [typeof(float)] = new NumberTranscoder<float>(ExactDigits, Decimals),
        [typeof(Half)] = new NumberTranscoder<Half>(4, Digits),
        [typeof(decimal)] = new NumberTranscoder<decimal>(ExactDigits, Decimals),
        [typeof(long)] = new NumberTranscoder<long>(18, Digits),
        [typeof(ulong)] = new NumberTranscoder<ulong>(18, Digits),
        [typeof(int)] = new NumberTranscoder<int>(9, Digits),
        [typeof(uint)] = new NumberTranscoder<uint>(9, Digits),
        [typeof(short)] = new NumberTranscoder<short>(4, Digits),
        [typeof(ushort)] = new NumberTranscoder<ushort>(4, Digits),
        [typeof(byte)] = new NumberTranscoder<byte>(2, Digits),
        [typeof(sbyte)] = new NumberTranscoder<sbyte>(2, Digits),
        [typeof(Int128)] = new NumberTranscoder<Int128>(18, Digits),
        [typeof(UInt128)] = new NumberTranscoder<UInt128>(18, Digits),
        [typeof(Guid)] = OtherInText,
        [typeof(DateOnly)] = OtherInText,
        [typeof(TimeOnly)] = OtherInText,
        [typeof(Uri)] = OtherInText,
        [typeof(Version)] = OtherInText,
        [typeof(JsonElement)] = AsSent,
    };

    public static JsonTranscoder For(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.CustomConverter is not null || IsConvertedByOthers(property.PropertyType, property.Options)
            || IsConvertedByOthers(type, property.Options))
            return AsSent;

        var column = RowTypeValidator.GetFieldName(property.Name, property.Options);
        if (type == typeof(TimeSpan))
            return KnownFields.GetOrCreate(column) is Field<TimeSpan> field ? new DurationTranscoder(field.Format) : InSeconds;

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
