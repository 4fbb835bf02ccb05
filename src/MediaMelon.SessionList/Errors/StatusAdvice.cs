namespace MediaMelon.SessionList.Errors;

/// <summary>What a status without success means here, as a sentence.</summary>
internal static class StatusAdvice
{
    public static string For(int status) => status switch
    {
        304 => "It claims that nothing has changed, although the request has no condition: a cache on the way is at fault.",
        >= 300 and < 400 => "It redirects, and redirects are not followed: they would carry the API key to another host.",
        401 => "It does not accept the API key or the access token.",
        403 => "It does not allow this API key or access token to see this customer.",
        404 => "It knows no session list at this address, or no such customer.",
        407 => "A proxy on the way requires a user name and a password, or does not accept those it got.",
        408 => "It did not receive the request in time.",
        413 or 414 or 431 => "The request is too long for it: use fewer columns or filter values.",
        429 => "It asks for fewer requests.",
        >= 400 and < 500 => "It does not accept the request.",
        502 or 503 or 504 => "It, or a proxy in front of it, is not available; asking again later may help.",
        >= 500 and < 600 => "It failed to answer; asking again later may help.",
        >= 600 => "This is not a status of HTTP: a firewall or a bot protection on the way may have answered.",
        _ => "That is not a success.",
    };
}
