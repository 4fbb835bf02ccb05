using System.Globalization;
using System.Net;
using MediaMelon.SessionList.Testing;

namespace SessionExplorer.CommandLine;

/// <summary>Reads <c>503</c>, <c>hang</c> and the other faults of <c>serve</c>.</summary>
internal static class FaultText
{
    public static EmulatorFault Parse(string text) =>
        text switch
        {
            "reset" => EmulatorFault.ConnectionReset(),
            "hang" => EmulatorFault.Hang(),
            "truncated" => EmulatorFault.TruncatedBody(),
            "html" => EmulatorFault.Body("<html><body>Sign in</body></html>", "text/html"),
            "none" => EmulatorFault.None(),
            _ => EmulatorFault.Status(ParseStatus(text)),
        };

    private static HttpStatusCode ParseStatus(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 200 and <= 599
            ? (HttpStatusCode)status
            : throw new UsageException("--fault must be a status from 200 to 599, reset, hang, truncated, html or none.");
}
