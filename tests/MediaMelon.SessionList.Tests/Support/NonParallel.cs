namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Tests that look at something the whole process shares: the library's instruments, the garbage collector.</summary>
[CollectionDefinition(nameof(NonParallel), DisableParallelization = true)]
public sealed class NonParallel;
