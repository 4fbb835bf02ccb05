using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MediaMelon.SessionList.Tests.Conventions;

/// <summary>Finds the files that use a type of a folder later in <see cref="Order"/>.</summary>
internal static class FolderDirection
{
    /// <summary>The folders in dependency order. The empty name is the root folder, which contains the client.</summary>
    public static readonly string[] Order =
        ["Values", "Fields", "Query", "Options", "Sessions", "Errors", "CustomRows", "Telemetry", "Decoding", "Http", "Paging", "", "DependencyInjection"];

    /// <param name="files">The folder and the text of each file.</param>
    public static IReadOnlyList<string> Offences(IReadOnlyList<(string Folder, string Text)> files)
    {
        var trees = files.ToDictionary(file => (SyntaxTree)CSharpSyntaxTree.ParseText(file.Text), file => file.Folder);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("MediaMelon.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("src", trees.Keys, platform);

        return
        [
            .. from tree in trees
               let model = compilation.GetSemanticModel(tree.Key)
               from name in tree.Key.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
               let type = TypeOf(model.GetSymbolInfo(name).Symbol)
               from declaration in type?.DeclaringSyntaxReferences ?? []
               let folder = trees[declaration.SyntaxTree]
               where Array.IndexOf(Order, folder) > Array.IndexOf(Order, tree.Value)
               select $"{tree.Value} uses {type.Name} of {folder}: {name.Parent}",
        ];
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol type => type.OriginalDefinition,
        IMethodSymbol or IPropertySymbol or IFieldSymbol => symbol.ContainingType?.OriginalDefinition,
        _ => null,
    };
}
