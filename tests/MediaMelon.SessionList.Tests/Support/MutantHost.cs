using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using MediaMelon.SessionList.Tests.Support;

[assembly: AssemblyFixture(typeof(MutantHost))]

namespace MediaMelon.SessionList.Tests.Support;

/// <summary>Keeps one mutant's traces from the next where Stryker tests many of them in one process (docs/quality.md).</summary>
/// <remarks>
/// What lies in static fields is made first of all, with no mutant switched on, so that it is never the work of one. A mutant of the code that
/// makes it gets a process of its own: a process that is not fit for the next mutant ends, and Stryker asks a new one. An ordinary run does
/// nothing of this.
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
    internal static void MakeStatics()
    {
        if (MutantFile is null || CapturesCoverage || Switches() is not { } switches)
            return;

        // The first process finds out which mutants stand in the way of statics, and tells the later ones.
        var known = MutantFile + ".statics";
        _mutantsOfStatics = File.Exists(known) ? [.. File.ReadLines(known).Select(int.Parse)] : [];
        if (_mutantsOfStatics.Contains(ReadMutant()))
        {
            _onlyMutant = ReadMutant();
            return;
        }

        // While coverage is captured, every mutant that is passed is noted and none is switched on.
        var capture = switches.GetField("CaptureCoverage")!;
        capture.SetValue(null, true);
        MakeStaticsOf(typeof(SessionListClient).Assembly);
        var passed = (IList<int>[])switches.GetMethod("GetCoverageData")!.Invoke(null, null)!;
        MakeStaticsOf(typeof(MutantHost).Assembly);
        capture.SetValue(null, false);

        _mutantsOfStatics = [.. passed[0]];
        File.WriteAllLines(known, _mutantsOfStatics.Select(mutant => $"{mutant}"));
    }

    private static Type? Switches() => typeof(SessionListClient).Assembly.GetTypes().FirstOrDefault(type => type.Name == "MutantControl");

    private static void MakeStaticsOf(Assembly assembly)
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
