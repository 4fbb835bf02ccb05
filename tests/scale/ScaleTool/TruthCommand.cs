namespace ScaleTool;

/// <summary>Writes the expected results of an export of the day, for a service in another program.</summary>
internal static class TruthCommand
{
    public static int Run(int count, string truth)
    {
        TruthTable.Write(Day.Generate(count), truth);
        return 0;
    }
}
