using MediaMelon.SessionList.WireTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.WireTests.Registration;

/// <summary>Requests go to the host of the base address, and to the address that <c>ToUri</c> returns.</summary>
public sealed class AddressTests : RegistrationTest
{
    private const string Other = "127.0.0.1:9";

    public static TheoryData<string> PathsOfAnotherHost =>
        [$"//{Other}/gw", $"/\\{Other}", $"/.//{Other}", $"/a/..//{Other}", $"///{Other}", $"//user:secret@{Other}", "//", "/%2e//x"];

    [Theory]
    [MemberData(nameof(PathsOfAnotherHost))]
    public void BaseAddress_with_a_path_that_begins_with_two_slashes_is_rejected(string path)
    {
        var address = $"{Service.Address.GetLeftPart(UriPartial.Authority)}{path}";

        AssertRejected(() => Services.AddSessionListClient(options =>
        {
            Configure(options);
            options.BaseAddress = new Uri(address);
        }));
        Services.Clear();
        AssertRejected(() => Services.AddSessionListClient(Configuration(("BaseAddress", address))));
        Assert.Throws<OptionsValidationException>(() => Client(options => options.BaseAddress = new Uri(address)));
        Assert.Throws<ArgumentException>(() => TestValues.Query.ToUri(new Uri(address), TestValues.CustomerId));
        Assert.Throws<ArgumentException>(() => TestValues.Query.ToCurl(new Uri(address), TestValues.CustomerId));
    }

    [Theory]
    [InlineData("//")]
    [InlineData("/.//x")]
    [InlineData("/\\x")]
    public void BaseAddress_with_two_slashes_and_without_canonicalization_is_rejected(string path)
    {
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var address = new Uri($"{Service.Address.GetLeftPart(UriPartial.Authority)}{path}", options);

        Assert.Throws<OptionsValidationException>(() => Client(options => options.BaseAddress = address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/gateway")]
    [InlineData("/gateway/")]
    [InlineData("/gateway//")]
    [InlineData("/a//b")]
    [InlineData("/%2F%2F127.0.0.1:9")]
    [InlineData("/a%3Fb%23c")]
    [InlineData("/{customerId}/ö b")]
    [InlineData("/a:b@c;d,e")]
    public async Task GetPageAsync_requests_the_address_that_ToUri_returns(string path)
    {
        var address = new Uri($"{Service.Address.GetLeftPart(UriPartial.Authority)}{path}");

        await PageAsync(Client(options => options.BaseAddress = address));

        var target = Assert.Single(Service.Requests).Target;
        Assert.Equal(TestValues.Query.ToUri(address, TestValues.CustomerId).PathAndQuery, target[..target.IndexOf("&limit", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/listsessions/1002", "https://smartsight3.mediamelon.com.")]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/listsessions/1002?period=start=1,end=2", "https://smartsight3.mediamelon.com.")]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/listsessions/", "https://smartsight3.mediamelon.com.")]
    [InlineData("https://smartsight3.mediamelon.com/mm-apis/", "https://smartsight3.mediamelon.com.")]
    [InlineData("https://gateway.example:8443/video/MM-APIs/ListSessions/7", "https://gateway.example:8443/video.")]
    [InlineData("https://bob:s3cret@gateway.example/mm-apis/listsessions", "https://gateway.example.")]
    public void BaseAddress_that_contains_the_endpoint_is_rejected_with_a_suggestion(string address, string suggestion)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client(options => options.BaseAddress = new Uri(address)));

        var error = Assert.Single(failure.Failures);
        Assert.StartsWith("BaseAddress: ", error, StringComparison.Ordinal);
        Assert.EndsWith($"use {suggestion}", error, StringComparison.Ordinal);
    }

    private void AssertRejected(Action register)
    {
        register();
        var failure = Assert.Throws<OptionsValidationException>(() => Build().GetRequiredService<ISessionListClient>());
        Assert.Contains("BaseAddress", Assert.Single(failure.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }
}
