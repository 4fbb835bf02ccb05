using ScaleTool;

try
{
    return args switch
    {
        ["serve", var count, var latency, var truth] => await ServeCommand.RunAsync(int.Parse(count), int.Parse(latency), truth),
        ["truth", var count, var truth] => TruthCommand.Run(int.Parse(count), truth),
        ["watch", var container] => await WatchCommand.RunAsync(container),
        ["fetch", var container, var folder] => await FetchCommand.RunAsync(container, folder),
        ["verify", var folder, var truth] => VerifyCommand.Run(folder, truth),
        _ => PrintUsage(),
    };
}
catch (Exception exception)
{
    Console.Error.WriteLine($"scale-tool: {exception.Message}");
    return 1;
}

static int PrintUsage()
{
    Console.Error.WriteLine(
        "Usage: scale-tool serve COUNT LATENCY_MS TRUTH.csv | truth COUNT TRUTH.csv | watch CONTAINER | fetch CONTAINER FOLDER"
        + " | verify FOLDER TRUTH.csv");
    return 2;
}
