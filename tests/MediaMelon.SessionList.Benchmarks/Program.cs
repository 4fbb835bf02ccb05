using System.Diagnostics;
using BenchmarkDotNet.Running;
using MediaMelon.SessionList.Benchmarks.Compare;
using MediaMelon.SessionList.Benchmarks.Server;

var main = Stopwatch.GetTimestamp();

if (args is ["serve"])
    await PageServer.RunAsync();
else if (args is ["compare"])
    await Comparison.RunAsync();
else if (args is ["contend", var name, var columns, var listing])
    await ContenderProcess.RunAsync(name, columns == "wide", new Uri(listing));
else if (args is ["ids"])
    DuplicateIds.Run();
else if (args is ["decode"])
    await Decoding.RunAsync();
else if (args is ["kept", var contender, var shape, var keptAddress])
    await Kept.PrintAsync(contender == "ours", shape == "wide", new Uri(keptAddress));
else if (args is ["start"])
    await Startup.RunAsync();
else if (args is ["first", var first, var address])
    await Startup.FirstAsync(first, new Uri(address), main);
else if (args is ["methods", var listed, var listedAddress])
    await CompiledMethods.PrintAsync(listed, new Uri(listedAddress));
else
    BenchmarkSwitcher.FromAssembly(typeof(PageServer).Assembly).Run(args);
