using System.CommandLine;
using SessionExplorer.CommandLine;
using SessionExplorer.Errors;
using SessionExplorer.Output;

StandardError.Install();
using var interrupts = new Interrupts();
try
{
    // Response files are disabled: @user is the id of a subscriber, not a file to read.
    var parsed = new ExplorerRoot().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        return ParseErrors.Report(parsed, Console.Error);

    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
    return await parsed.InvokeAsync(configuration, interrupts.Token);
}
catch (Exception exception) when (StandardOutput.IsGone(exception))
{
    return ExitCode.Success;
}
catch (Exception exception)
{
    var failure = Failure.From(exception);
    await Console.Error.WriteLineAsync(failure.Line);
    return failure.ExitCode;
}
