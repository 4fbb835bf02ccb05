namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>A fenced piece of code in a page.</summary>
/// <param name="Language">What stands behind the opening marks; empty if nothing does.</param>
/// <param name="Snippet">The name in the comment <c>snippet: name</c> above it; empty without one.</param>
/// <param name="Code">The lines between the marks, each with its line end.</param>
internal sealed record Fence(string Language, string Snippet, string Code)
{
    public bool IsCSharp => Language.ToLowerInvariant() is "csharp" or "cs" or "c#" or "csx";
}
