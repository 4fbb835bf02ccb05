using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Tests.Support;

[assembly: AssemblyFixture(typeof(MutantHost))]

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Isolates mutants from each other when Stryker tests many in one process (docs/quality.md).</summary>
/// <remarks>
/// All static fields are initialized first, while no mutant is active, so that no mutant affects them. A mutant of static
/// initialization code gets a separate process: a process that cannot run the next mutant ends, and Stryker starts a new one.
/// Without Stryker, this class does nothing.
/// </remarks>
public sealed class MutantHost
{
    private static readonly string? MutantFile = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");
    private static readonly bool CapturesCoverage = Environment.GetEnvironmentVariable("STRYKER_COVERAGE_FILE") is not null;

    private static HashSet<int> _mutantsOfStatics = [];
    private static int? _onlyMutant;

    public MutantHost()
    {
        if (MutantFile is null || CapturesCoverage)
            return;

        var mutant = ReadMutant();
        if (_onlyMutant is { } only ? mutant != only : _mutantsOfStatics.Contains(mutant))
            Process.GetCurrentProcess().Kill();
    }

    [ModuleInitializer]
    internal static void InitializeStatics()
    {
        if (MutantFile is null || CapturesCoverage || Switches() is not { } switches)
            return;

        // The first process detects the mutants of static initialization, and writes them to a file for later processes.
        var known = MutantFile + ".statics";
        _mutantsOfStatics = File.Exists(known) ? [.. File.ReadLines(known).Select(int.Parse)] : [];
        if (_mutantsOfStatics.Contains(ReadMutant()))
        {
            _onlyMutant = ReadMutant();
            return;
        }

        // During coverage capture, Stryker records each executed mutant, and no mutant is active.
        var capture = switches.GetField("CaptureCoverage")!;
        capture.SetValue(null, true);
        InitializeStaticsOf(typeof(SessionListClient).Assembly);
        var passed = (IList<int>[])switches.GetMethod("GetCoverageData")!.Invoke(null, null)!;
        InitializeStaticsOf(typeof(MutantHost).Assembly);
        capture.SetValue(null, false);

        _mutantsOfStatics = [.. passed[0]];
        File.WriteAllLines(known, _mutantsOfStatics.Select(mutant => $"{mutant}"));
    }

    private static Type? Switches() => typeof(SessionListClient).Assembly.GetTypes().FirstOrDefault(type => type.Name == "MutantControl");

    private static void InitializeStaticsOf(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
    }

    private static int ReadMutant()
    {
        using var file = new FileStream(MutantFile!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new BinaryReader(file);
        return reader.ReadInt32();
    }
}
