namespace MediaMelon.SessionList.Tests.Conventions.Documents;

/// <summary>A fenced code block of a page.</summary>
/// <param name="Language">The text after the opening marks. Empty if no text follows.</param>
/// <param name="Snippet">The name in the comment <c>snippet: name</c> above the block. Empty without a comment.</param>
/// <param name="Code">The lines between the marks, each with its line end.</param>
internal sealed record Fence(string Language, string Snippet, string Code)
{
    public bool IsCSharp => Language.ToLowerInvariant() is "csharp" or "cs" or "c#" or "csx";
}
