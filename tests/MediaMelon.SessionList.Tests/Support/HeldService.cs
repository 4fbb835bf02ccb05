namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Lets requests through to a service when told, and knows which wait.</summary>
internal sealed class HeldService(HttpMessageHandler service) : DelegatingHandler(service)
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private bool _isOpen;

    /// <summary>How many requests wait to be let through.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count(request => !request.Task.IsCompleted);
        }
    }

    /// <summary>How many requests have come.</summary>
    public int Requests { get; private set; }

    /// <summary>Lets all through that wait, and that will come.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            _waiting.ForEach(request => request.TrySetResult());
        }
    }

    /// <summary>Lets the oldest through that waits.</summary>
    public void Release()
    {
        lock (_lock)
            _waiting.First(request => !request.Task.IsCompleted).SetResult();
    }

    /// <summary>Comes back when so many requests wait.</summary>
    public Task WaitForAsync(int requests) => Until.TrueAsync(() => Waiting >= requests, $"{requests} requests");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => gate.TrySetCanceled(cancellationToken));
        lock (_lock)
        {
            Requests++;
            _waiting.Add(gate);
            if (_isOpen)
                gate.TrySetResult();
        }

        await gate.Task.ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
