using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>Creates options and catches every exception, because custom configuration of the options may throw any.</summary>
internal static class OptionsAttempt
{
    /// <summary>Creates the options. Returns the reason if this fails, or null.</summary>
    /// <remarks>Only the type of an unexpected exception is reported, because its message may contain secrets.</remarks>
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
