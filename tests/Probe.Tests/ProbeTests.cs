using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaMelon.SessionList.Testing;
using SessionExplorer.Probe;

namespace Probe.Tests;

public sealed class ProbeTests
{
    private const int Profiles = 200;

    [Fact]
    public async Task Probe_random_services_reports_no_wrong_setting()
    {
        var found = new ConcurrentDictionary<string, int>();
        var wrong = new List<string>();
        for (var seed = 1; seed <= Profiles; seed++)
        {
            var profile = ProfileGenerator.Create(seed);
            await using var service = await ProbedService.StartAsync(profile, seed);

            var report = await service.ProbeAsync(withToken: seed % 2 == 0); // with a token, no request is left for the comma

            foreach (var setting in report.Settings)
            {
                found.AddOrUpdate(setting, 1, (_, count) => count + 1);
                var (actual, expected) = (Value(report.Profile, setting), Value(profile, setting));
                if (!Equals(actual, expected))
                    wrong.Add($"seed {seed}: {setting} is {expected}, reported as {actual}");
            }

            Assert.InRange(service.Emulator.Requests.Count, 15, ProbePlan.MaxRequests);
            Assert.Equal(1, service.Emulator.MaxRequestsInFlight);
            Assert.Equal(ProbeCheck.All.Select(check => check.Id), report.Findings.Select(finding => finding.Check));
        }

        Assert.Empty(wrong);

        // The probe must find most settings for most services.
        var rarely = typeof(EmulatorProfile).GetProperties()
            .Select(property => property.Name)
            .Where(name => name is not (nameof(EmulatorProfile.ListPage) or nameof(EmulatorProfile.AuthPage)
                or nameof(EmulatorProfile.RequestsPerSecond) or nameof(EmulatorProfile.ArrivalDelay)
                or nameof(EmulatorProfile.MaxLimit)))
            .Where(name => found.GetValueOrDefault(name) < Profiles / 3)
            .Select(name => $"{name}: {found.GetValueOrDefault(name)}");
        Assert.Empty(rarely);
        Assert.InRange(found.GetValueOrDefault(nameof(EmulatorProfile.MaxLimit)), Profiles / 4, Profiles);
    }

    [Fact]
    public async Task Probe_service_as_assumed_reports_no_difference()
    {
        await using var service = await ProbedService.StartAsync(EmulatorProfile.ListPage, seed: 3);

        var report = await service.ProbeAsync(withToken: false);

        Assert.Equal(
            [ProbeCheck.Compression, ProbeCheck.HttpVersion],
            report.Findings.Where(finding => finding.Verdict == ProbeVerdict.Differs).Select(finding => finding.Check));
        Assert.True(report.Count(ProbeVerdict.AsAssumed) > 30, report.ToMarkdown());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Probe_single_fault_does_not_change_other_findings(string fault, int position)
    {
        await using var uninterrupted = await ProbedService.StartAsync(EmulatorProfile.ListPage, seed: 5);
        var expected = await uninterrupted.ProbeAsync();
        await using var service = await ProbedService.StartAsync(EmulatorProfile.ListPage, seed: 5);
        service.Emulator.Inject([.. Enumerable.Repeat(EmulatorFault.None(), position), Fault(fault)]);

        var report = await service.ProbeAsync();

        var differing = expected.Findings.Zip(report.Findings)
            .Where(pair => pair.First.Verdict != pair.Second.Verdict)
            .ToList();
        Assert.All(differing, pair => Assert.Equal(ProbeVerdict.Unknown, pair.Second.Verdict));
        Assert.InRange(differing.Count, 0, 7);
        Assert.True(service.Emulator.Requests.Count <= ProbePlan.MaxRequests);
    }

    public static TheoryData<string, int> Faults
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var fault in new[] { "429", "500", "reset", "truncated" })
            {
                foreach (var position in new[] { 1, 4, 9, 13, 18 })
                    data.Add(fault, position);
            }

            return data;
        }
    }

    [Fact]
    public async Task Probe_first_request_failing_once_is_repeated()
    {
        await using var service = await ProbedService.StartAsync(EmulatorProfile.ListPage, seed: 5);
        service.Emulator.Inject(EmulatorFault.Status(HttpStatusCode.ServiceUnavailable));

        var report = await service.ProbeAsync();

        Assert.True(report.Count(ProbeVerdict.AsAssumed) > 30, report.ToMarkdown());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ProbeReport_contains_no_credential_customer_or_data(int seed)
    {
        await using var service = await ProbedService.StartAsync(ProfileGenerator.Create(seed), seed);

        var report = await service.ProbeAsync();

        var texts = report.ToJson() + report.ToMarkdown();
        string[] secrets =
        [
            ProbedService.Key, ProbedService.Token, ProbedService.Customer.ToString(CultureInfo.InvariantCulture),
            .. ProbedService.Sessions(seed).SelectMany(session => new[]
            {
                session.SessionId, session.SubscriberId, session.AssetName, session.Country, session.OperatingSystem,
                session.PlayerName, session.DeviceType, session.Cdn, session.Drm,
            }).OfType<string>().Distinct(),
        ];
        Assert.All(secrets, secret => Assert.DoesNotMatch($@"(?<!\w){Regex.Escape(secret)}(?!\w)", texts));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task EmulatorProfile_from_report_behaves_like_probed_service(int seed)
    {
        await using var service = await ProbedService.StartAsync(ProfileGenerator.Create(seed), seed);
        var report = await service.ProbeAsync();
        await using var copy = await ProbedService.StartAsync(EmulatorProfile.FromReport(report.ToJson()), seed);

        var second = await copy.ProbeAsync();

        Assert.Equal(report.Profile.ToJson(report.Settings), second.Profile.ToJson(report.Settings));
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(ProbeCheck.All.Count, json.RootElement.GetProperty("checks").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"profile":{"nosuchsetting":true}}""")]
    [InlineData("""{"profile":{"times":"Fortnights"}}""")]
    public void FromReport_invalid_text_throws_FormatException(string text) =>
        Assert.Throws<FormatException>(() => EmulatorProfile.FromReport(text));

    private static EmulatorFault Fault(string name) => name switch
    {
        "429" => EmulatorFault.Status(HttpStatusCode.TooManyRequests),
        "500" => EmulatorFault.Status(HttpStatusCode.InternalServerError),
        "reset" => EmulatorFault.ConnectionReset(),
        _ => EmulatorFault.TruncatedBody(),
    };

    private static object? Value(EmulatorProfile profile, string setting) =>
        typeof(EmulatorProfile).GetProperty(setting)!.GetValue(profile);
}
