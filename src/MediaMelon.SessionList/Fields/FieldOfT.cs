using MediaMelon.SessionList.Values;

namespace MediaMelon.SessionList;

/// <summary>A field whose values have the type <typeparamref name="T"/>, independent of their JSON type.</summary>
/// <remarks>
/// The catalogues create fields: <see cref="SessionMetrics"/>, <see cref="SessionDimensions"/> and <see cref="SessionFields"/>.
/// </remarks>
/// <typeparam name="T">The type of the field's values.</typeparam>
public class Field<T> : Field
{
    private protected Field(string name, ValueFormat<T> format)
        : base(name) => Format = format;

    internal ValueFormat<T> Format { get; }

    internal static Field<T> Create(string name, ValueFormat<T> format) => new PlainField(name, format);

    private sealed class PlainField(string name, ValueFormat<T> format) : Field<T>(name, format);
}
