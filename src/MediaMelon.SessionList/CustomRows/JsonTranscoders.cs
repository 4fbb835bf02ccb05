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
    /// <summary>The number of digits that double and decimal can represent exactly.</summary>
    private const int ExactDigits = 15;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<byte> Decimals = SearchValues.Create("0123456789.-"u8);

    private static readonly RawTranscoder Raw = new();
    private static readonly DefaultTranscoder DefaultWithNullText = new(hasNullText: true);
    private static readonly DefaultTranscoder Default = new(hasNullText: false);
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
        [typeof(Guid)] = DefaultWithNullText,
        [typeof(DateOnly)] = DefaultWithNullText,
        [typeof(TimeOnly)] = DefaultWithNullText,
        [typeof(Uri)] = DefaultWithNullText,
        [typeof(Version)] = DefaultWithNullText,
        [typeof(JsonElement)] = Raw,
    };

    public static JsonTranscoder Create(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.CustomConverter is not null || HasCustomConverter(property.PropertyType, property.Options)
            || HasCustomConverter(type, property.Options))
            return Raw;

        var column = RowTypeValidator.GetFieldName(property.Name, property.Options);
        if (type == typeof(TimeSpan))
            return KnownFields.GetOrCreate(column) is Field<TimeSpan> field ? new DurationTranscoder(field.Format) : InSeconds;

        if (type == typeof(string) && SessionColumns.IsIdentity(column))
            return Identity;

        return ByType.GetValueOrDefault(type, type.IsEnum ? DefaultWithNullText : Default);
    }

    // A custom converter of the type, or a converter in the options.
    private static bool HasCustomConverter(Type type, JsonSerializerOptions options) =>
        type != typeof(ViewStatus)
        && Nullable.GetUnderlyingType(type) != typeof(ViewStatus)
        && options.TryGetTypeInfo(type, out var info)
        && info.Converter.GetType().Assembly != typeof(JsonSerializer).Assembly;
}
