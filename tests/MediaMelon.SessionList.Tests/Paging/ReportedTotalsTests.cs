using System.Text;
using MediaMelon.SessionList.Decoding;
using MediaMelon.SessionList.Paging;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class ReportedTotalsTests
{
    [Theory]
    [InlineData(null, null, null, 0)]
    [InlineData(7L, null, null, 7)]
    [InlineData(null, 7L, null, 7)]
    [InlineData(null, null, 7L, 7)]
    [InlineData(9L, 8L, 7L, 9)]
    [InlineData(7L, 9L, 8L, 9)]
    [InlineData(8L, 7L, 9L, 9)]
    public void ReportedTotals_LargestCount_returns_the_largest_counter(
        long? totalCount, long? pageCount, long? totalRecords, long reported) =>
        Assert.Equal(reported, ReportedTotals.LargestCount(new([]) { TotalCount = totalCount, PageCount = pageCount, TotalRecords = totalRecords }));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(300L, 200L, 300L, 200L)] // not all of them report more than 200
    [InlineData(300L, 2L, null, 300L)] // 2 is the number of rows on the page
    [InlineData(300L, 0L, null, 300L)]
    [InlineData(2L, 2L, 2L, null)]
    public void ReportedTotals_AgreedTotal_ignores_counters_that_equal_the_rows_of_the_page(
        long? totalCount, long? pageCount, long? totalRecords, long? agreed) =>
        Assert.Equal(agreed, ReportedTotals.AgreedTotal(new([new(), new()])
        {
            TotalCount = totalCount,
            PageCount = pageCount,
            TotalRecords = totalRecords,
        }));

    [Theory]
    [InlineData("""{"response":[{"totalpages":30},{"totalpages":25}]}""", 25)] // the value of the last row
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":1}""", 25)]
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":40}""", 40)]
    [InlineData("""{"response":[{"totalpages":"many"}]}""", 0)]
    public void ReportedTotals_LargestCount_includes_the_counter_of_the_rows(string page, long reported) =>
        Assert.Equal(reported, ReportedTotals.LargestCount(EnvelopeReader.Read(Encoding.UTF8.GetBytes(page))));
}
