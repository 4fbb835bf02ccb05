namespace MediaMelon.SessionList.Testing.Service;

/// <summary>The numbers for the counters of a response.</summary>
internal readonly record struct PageCounters(int AllRows, int RowsOfPage, int Limit)
{
    public int? Get(CounterMeaning meaning) => meaning switch
    {
        CounterMeaning.AllRows => AllRows,
        CounterMeaning.RowsOfPage => RowsOfPage,
        CounterMeaning.Pages => (int)(((long)AllRows + Limit - 1) / Limit),
        _ => null,
    };
}
