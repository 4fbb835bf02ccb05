using System.Diagnostics.CodeAnalysis;

namespace MediaMelon.SessionList.Http;

/// <summary>Uses a handler without disposing it. The owner disposes it.</summary>
internal sealed class NonDisposingHandler(HttpMessageHandler handler) : DelegatingHandler(handler)
{
    [SuppressMessage("Usage", "CA2215:Dispose methods should call base class dispose",
        Justification = "The base would dispose the borrowed handler.")]
    protected override void Dispose(bool disposing)
    {
    }
}
