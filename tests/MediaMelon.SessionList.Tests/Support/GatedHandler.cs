namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Holds requests until the test releases them.</summary>
internal sealed class GatedHandler(HttpMessageHandler service) : DelegatingHandler(service)
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private bool _isOpen;

    /// <summary>The number of requests that wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count(request => !request.Task.IsCompleted);
        }
    }

    /// <summary>The number of requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Releases all waiting and all later requests.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _isOpen = true;
            _waiting.ForEach(request => request.TrySetResult());
        }
    }

    /// <summary>Releases the oldest waiting request.</summary>
    public void Release()
    {
        lock (_lock)
            _waiting.First(request => !request.Task.IsCompleted).SetResult();
    }

    /// <summary>Completes when this number of requests waits.</summary>
    public Task WaitForAsync(int requests) => Poll.UntilAsync(() => Waiting >= requests, $"{requests} requests");

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
