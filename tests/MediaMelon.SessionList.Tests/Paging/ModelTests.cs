using System.Net;
using MediaMelon.SessionList.Tests.Support;

namespace MediaMelon.SessionList.Tests.Paging;

/// <summary>Compares listings of a service with random irregularities (by seed) with the result of a simple model.</summary>
public sealed class ModelTests
{
    private static readonly int Number = Cases.Count(10_000);
    private const int Begin = 1000;

    [Fact]
    public Task Listing_of_a_random_service_equals_the_model()
    {
        var token = TestContext.Current.CancellationToken;
        return Parallel.ForEachAsync(Enumerable.Range(0, Number), token, async (seed, cancellationToken) =>
        {
            using var test = new Case(seed);
            try
            {
                await test.RunAsync(cancellationToken);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} failed: {test}", failure);
            }
        });
    }

    private sealed class Case : IDisposable
    {
        private readonly ModelService _service;
        private readonly SessionQuery _query;
        private readonly PagingOptions _paging;
        private readonly bool _drifts;
        private readonly bool _faults;
        private readonly List<int> _initiallyListed;

        public Case(int seed)
        {
            var random = new Random(seed);
            var length = random.Next(1, 60);
            var isLarge = random.Next(16) == 0; // large enough for caps that are round numbers
            var count = random.Next(4) == 0 ? random.Next(0, 4) : random.Next(0, isLarge ? 400 : 70);
            _drifts = random.Next(5) == 0;
            var slices = !_drifts && random.Next(3) == 0;
            var order = random.Next(3);
            var hidesTimes = slices && random.Next(4) == 0;

            // A resumed listing remembers no rows: it is exact if the data do not change and all rows have readable times.
            _faults = !_drifts && !hidesTimes && random.Next(4) == 0;
            var rows = Enumerable.Range(0, count).Select(id => new ModelService.Row(
                id,
                Begin + random.Next(-3, length + 4),
                hidesTimes && random.Next(6) == 0)).ToList();

            // Only a total shows that a short page in the middle was not the last.
            var counters = (ModelService.CounterMode)random.Next(3);
            var shortPage = !_drifts && counters == ModelService.CounterMode.WholeResult && random.Next(3) == 0 ? random.Next(6) : -1;
            var ids = _drifts || hidesTimes ? 0 : random.Next(6);
            if (slices || order > 0 || shortPage >= 0)
                ids = Math.Min(ids, 1); // rows with the same id are adjacent only in the default order of the service

            var placeholder = new[] { "", "-", "null", "NULL", "unknown", "Unknown" }[random.Next(6)];

            var nextId = count;
            _service = new(rows)
            {
                Counters = counters,
                MaxLimit = !_drifts && random.Next(3) == 0 ? (isLarge ? 50 * random.Next(1, 4) : random.Next(ids == 2 ? 4 : 1, 12)) : null,
                ShortPage = number => shortPage == number ? random.Next(1, 4) : null,
                IdOf = ids switch
                {
                    1 => row => row.Id % 3 == 0 ? $"\"{placeholder}\"" : $"\"{row.Id}\"",
                    2 => row => $"\"{row.Id / 2}\"",
                    _ => row => $"\"{row.Id}\"",
                },
                StartIsInclusive = random.Next(4) != 0,
                EndIsInclusive = random.Next(2) == 0,
                Fault = _faults ? number => (number * 7919 + seed) % 5 == 0 ? HttpStatusCode.BadRequest : null : _ => null,
                Drift = !_drifts ? (_, _) => { }
                : (number, present) =>
                {
                    if ((number + seed) % 3 == 0)
                        present.Insert(0, new(nextId++, Begin + (length / 2)));
                },
            };

            var period = SessionPeriod.FromUnixSeconds(Begin, Begin + length);
            _query = SessionQuery.For(SessionMetrics.StartupTime, period);
            if (!_drifts && order > 0)
                _query = order == 1 ? _query.OrderBy(SessionFields.EndTime) : _query.OrderByDescending(SessionFields.EndTime);
            if (!_drifts && random.Next(3) == 0)
                _query = _query.Skip(random.Next(0, 20));

            // In a slice, Take can lower the limit to a hidden cap. The page is then full, and the listing reads more rows than
            // the model.
            var capIsHidden = counters != ModelService.CounterMode.WholeResult && _service.MaxLimit is { } cap && cap % 50 != 0;
            if (!_drifts && random.Next(3) == 0 && random.Next(1, 50) is var take && !(slices && capIsHidden))
                _query = _query.Take(take);

            _initiallyListed = [.. _service.Select(period, null).Select(row => row.Id)];
            _paging = new PagingOptions
            {
                PageSize = _drifts ? random.Next(5, 12) : isLarge ? random.Next(50, 200) : random.Next(ids == 2 ? 4 : 1, 12),
                MaxConcurrentRequests = new[] { 1, 1, 1, 1, 2, 2, 3, 3, 8, 8, 8, 64 }[random.Next(12)],
                SliceBy = slices ? TimeSpan.FromSeconds(random.Next(1, 25)) : null,

                // An id that occurs in two pages is a duplicate, even if the service uses it for two sessions.
                DropDuplicates = _drifts || (ids != 2 && random.Next(2) == 0),
            };
        }

        public void Dispose() => _service.Dispose();

        public override string ToString() => $"{_query}; {_paging}; {_service.Counters}, max {_service.MaxLimit}, {_service.IdOf(new(6, 0))}, drift {_drifts}, faults {_faults}";

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            var options = new SessionListClientOptions { CustomerId = 1, ApiKey = "key", MaxRetries = 0 };
            using var client = SessionListClient.Create(options, _service);

            var listed = await ListAsync(client, cancellationToken);

            Assert.Equal(0, _service.InFlight);
            Assert.True(_service.MaxInFlight <= _paging.MaxConcurrentRequests, $"{_service.MaxInFlight} requests in flight");

            if (_drifts)
                AssertNoRowIsMissingOrDuplicated(listed);
            else
                Assert.Equal(Expected(), listed);
        }

        // Resumes after every failure, as a job does. Alternates between pages and sessions.
        private async Task<List<int>> ListAsync(SessionListClient client, CancellationToken cancellationToken)
        {
            var listed = new List<int>();
            SessionCheckpoint? at = null;
            for (var tries = 0; tries < 1000; tries++)
            {
                try
                {
                    if (tries % 2 == 0)
                    {
                        await foreach (var page in client.ListPagesAsync(_query, _paging, at, cancellationToken))
                        {
                            Assert.NotEmpty(page.Sessions);
                            Assert.Equal(_paging.SliceBy is null ? page.Offset : listed.Count, page.Offset);
                            listed.AddRange(page.Sessions.Select(Id));
                        }
                    }
                    else
                    {
                        await foreach (var session in client.ListSessionsAsync(_query, _paging, at, cancellationToken))
                            listed.Add(Id(session));
                    }

                    return listed;
                }
                catch (SessionListApiException failure) when (_faults)
                {
                    at = SessionCheckpoint.Parse(failure.ResumeFrom!.ToString());
                }
            }

            throw new InvalidOperationException("The listing does not end.");
        }

        private List<int> Expected()
        {
            var order = _query.SortField is null ? null : _query.SortDescending ? "desc" : "asc";
            if (_paging.SliceBy is not { } sliceBy)
            {
                var rows = RowsUntilApparentEnd(_service.Select(_query.Period, order), _query.Offset, _query.MaxSessions);
                return [.. rows.Select(row => row.Id)];
            }

            return ExpectedOfSlices(order, sliceBy);
        }

        private List<int> ExpectedOfSlices(string? order, TimeSpan sliceBy)
        {
            var slices = _query.Period.Split(sliceBy).ToList();
            var numbers = Enumerable.Range(0, slices.Count).ToList();
            if (order == "desc")
                numbers.Reverse();

            var kept = new List<ModelService.Row>();
            foreach (var number in numbers)
            {
                var requested = number == 0
                    ? slices[number]
                    : SessionPeriod.Between(slices[number].Start.AddSeconds(-1), slices[number].End);
                var from = number == 0 ? long.MinValue : slices[number].Start.ToUnixTimeSeconds();
                var to = number == slices.Count - 1 ? long.MaxValue : slices[number].End.ToUnixTimeSeconds();
                kept.AddRange(RowsUntilApparentEnd(_service.Select(requested, order), 0, null)
                    .Where(row => row.HidesTime ? !kept.Contains(row) : row.Time >= from && row.Time < to));
            }

            return [.. kept.Skip(_query.Offset).Take(_query.MaxSessions ?? int.MaxValue).Select(row => row.Id)];
        }

        // A cap below 1000 that is not a round number and that no counter shows is undetectable. Then the first page is the end.
        private IEnumerable<ModelService.Row> RowsUntilApparentEnd(IReadOnlyList<ModelService.Row> rows, int skip, int? take)
        {
            var wanted = rows.Skip(skip).Take(take ?? int.MaxValue);
            var isCapped = _service.MaxLimit < Math.Min(_paging.PageSize, take ?? int.MaxValue);
            return isCapped && _service.MaxLimit % 50 != 0 && !CounterShowsMore(rows.Count, skip) ? wanted.Take(_service.MaxLimit!.Value) : wanted;
        }

        private bool CounterShowsMore(int total, int skip) => _service.Counters switch
        {
            ModelService.CounterMode.WholeResult => true,
            ModelService.CounterMode.CurrentPage => (total + _service.MaxLimit!.Value - 1) / _service.MaxLimit.Value > skip + _service.MaxLimit,
            _ => false,
        };

        // Insertions only increase the position of a row, so the listing cannot miss one.
        private void AssertNoRowIsMissingOrDuplicated(List<int> listed)
        {
            Assert.Equal(listed.Count, listed.Distinct().Count());
            Assert.Empty(_initiallyListed.Except(listed));
        }

        private static int Id(VideoSession session) => (int)session.StartupTime!.Value.TotalSeconds;
    }
}
