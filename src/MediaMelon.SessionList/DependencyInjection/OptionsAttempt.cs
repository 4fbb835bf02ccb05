using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Creates options, and survives every failure: a user's own configuration of them may throw anything.</summary>
internal static class OptionsAttempt
{
    /// <summary>Why the options could not be created; null if they were.</summary>
    /// <remarks>Of a foreign exception only the type is reported, as its message may contain anything.</remarks>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, the last valid options remain in use, and the reason is logged.")]
    public static string? GetError(Action create)
    {
        try
        {
            create();
            return null;
        }
        catch (OptionsValidationException invalid)
        {
            return string.Join(' ', invalid.Failures);
        }
        catch (Exception failure)
        {
            return $"The options could not be created: {failure.GetType()}.";
        }
    }
}
