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
    public void The_largest_counter_counts(long? totalCount, long? pageCount, long? totalRecords, long claimed) =>
        Assert.Equal(claimed, ReportedTotals.LargestCount(new([]) { TotalCount = totalCount, PageCount = pageCount, TotalRecords = totalRecords }));

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(300L, 200L, 300L, 200L)] // not all of them claim more than 200
    [InlineData(300L, 2L, null, 300L)] // 2 is the number of rows on the page
    [InlineData(300L, 0L, null, 300L)]
    [InlineData(2L, 2L, 2L, null)]
    public void The_smallest_counter_that_does_not_count_the_page_is_what_all_agree_on(
        long? totalCount, long? pageCount, long? totalRecords, long? agreed) =>
        Assert.Equal(agreed, ReportedTotals.AgreedTotal(new([new(), new()])
        {
            TotalCount = totalCount,
            PageCount = pageCount,
            TotalRecords = totalRecords,
        }));

    [Theory]
    [InlineData("""{"response":[{"totalpages":30},{"totalpages":25}]}""", 25)] // as the last row tells it
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":1}""", 25)]
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":40}""", 40)]
    [InlineData("""{"response":[{"totalpages":"many"}]}""", 0)]
    public void Rows_have_a_counter_as_well(string page, long claimed) =>
        Assert.Equal(claimed, ReportedTotals.LargestCount(EnvelopeReader.Read(Encoding.UTF8.GetBytes(page))));
}
