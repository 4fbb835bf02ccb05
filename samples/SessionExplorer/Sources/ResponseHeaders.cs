using System.Diagnostics.Tracing;

namespace SessionExplorer.Sources;

/// <summary>Records that a response has started. Handlers outside the client see it only when its body is complete.</summary>
internal sealed class ResponseHeaders : EventListener
{
    private const string Source = "System.Net.Http";
    private const string HeadersReceived = "ResponseHeadersStop";

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Source)
            EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == HeadersReceived)
            LastResponse.HasBegun = true;
    }
}
