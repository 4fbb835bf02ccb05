using SessionExplorer.Commands;
using SessionExplorer.Errors;
using SessionExplorer.Output;
using SessionExplorer.Sources;

try
{
    var builtIn = BuiltInSettings.FromEnvironment();
    await using var source = SessionSource.Open(SourceSettings.Load(), builtIn);
    await Console.Error.WriteLineAsync(source.Description);
    await new Tour(source, Screen.OfProcess(), builtIn.Clock).RunAsync(CancellationToken.None);
    return ExitCode.Success;
}
catch (Exception exception)
{
    var failure = Failure.Of(exception);
    await Console.Error.WriteLineAsync(failure.Line);
    return failure.ExitCode;
}
