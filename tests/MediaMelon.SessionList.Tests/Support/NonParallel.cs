namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Tests that depend on process-wide state: the library's instruments, the garbage collector.</summary>
[CollectionDefinition(nameof(NonParallel), DisableParallelization = true)]
public sealed class NonParallel;
