namespace MediaMelon.SessionList.Paging;

/// <summary>The longest page of a walk so far, over all of its slices: the service cuts no limit to less than that.</summary>
internal sealed class LongestPage
{
    public int Rows { get; private set; }

    public void Count(int rows) => Rows = Math.Max(Rows, rows);
}
