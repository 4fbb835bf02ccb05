namespace MediaMelon.SessionList.Errors;

/// <summary>Describes non-success status codes.</summary>
internal static class StatusAdvice
{
    public static string For(int status) => status switch
    {
        304 => "Nothing changed, although the request has no condition. An intermediate cache is probably the cause.",
        >= 300 and < 400 => "The client does not follow redirects, because they would send the API key to another host.",
        401 => "The service does not accept the API key or the access token.",
        403 => "The API key or the access token has no access to this customer.",
        404 => "The address has no session list, or the customer does not exist.",
        407 => "An intermediate proxy requires a user name and a password, or does not accept them.",
        408 => "The service did not receive the request in time.",
        413 or 414 or 431 => "The request is too long for the service. Use fewer fields or filter values.",
        429 => "Send fewer requests.",
        >= 400 and < 500 => "The service does not accept the request.",
        502 or 503 or 504 => "The service, or a proxy in front of it, is not available. Try again later.",
        >= 500 and < 600 => "The service failed. Try again later.",
        >= 600 => "This is not an HTTP status code. A firewall or a bot protection may have sent the response.",
        _ => "This is not a success.",
    };
}
