using MediaMelon.SessionList.Options;
using Microsoft.Extensions.Options;

namespace MediaMelon.SessionList.DependencyInjection;

/// <summary>
/// Checks options wherever the options system makes them: at start, at first use, and when the configuration changes.
/// </summary>
internal sealed class OptionsValidator : IValidateOptions<SessionListClientOptions>
{
    public ValidateOptionsResult Validate(string? name, SessionListClientOptions options)
    {
        var client = string.IsNullOrEmpty(name) ? "The session list client" : $"The session list client '{name}'";
        var problems = OptionsRules.Problems(options).Select(problem => $"{client}: {problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
