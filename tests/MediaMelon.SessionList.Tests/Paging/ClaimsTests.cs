using System.Text;
using MediaMelon.SessionList.Paging;
using MediaMelon.SessionList.Transport;

namespace MediaMelon.SessionList.Tests.Paging;

public sealed class ClaimsTests
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
        Assert.Equal(claimed, Claims.Largest(new([]) { TotalCount = totalCount, PageCount = pageCount, TotalRecords = totalRecords }));

    [Theory]
    [InlineData("""{"response":[{"totalpages":30},{"totalpages":25}]}""", 25)] // as the last row tells it
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":1}""", 25)]
    [InlineData("""{"response":[{"totalpages":25}],"totalcount":40}""", 40)]
    [InlineData("""{"response":[{"totalpages":"many"}]}""", 0)]
    public void Rows_have_a_counter_as_well(string page, long claimed) =>
        Assert.Equal(claimed, Claims.Largest(EnvelopeReader.Read(Encoding.UTF8.GetBytes(page))));
}
