namespace ScaleTool;

/// <summary>Writes what a correct export of the day must contain, for a service that another program runs.</summary>
internal static class TruthCommand
{
    public static int Run(int count, string truth)
    {
        TruthTable.Write(Day.Generate(count), truth);
        return 0;
    }
}
