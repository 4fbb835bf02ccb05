namespace MediaMelon.SessionList.Paging;

/// <summary>The longest page of a listing so far, over all of its slices: the service caps no limit to less than that.</summary>
internal sealed class LongestPage
{
    public int Rows { get; private set; }

    public void Count(int rows) => Rows = Math.Max(Rows, rows);
}
