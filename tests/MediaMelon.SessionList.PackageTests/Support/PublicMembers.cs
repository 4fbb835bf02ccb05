using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>Reads the public members of an assembly in the format of documentation files, without parameters.</summary>
internal static class PublicMembers
{
    public static HashSet<string> Read(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var metadata = file.GetMetadataReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(IsPublic))
        {
            var name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name).Split('`')[0]}";
            names.Add($"T:{name}");
            var methods = type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => IsPublicOrProtected(method.Attributes))
                .Select(method => metadata.GetString(method.Name)).ToList();
            names.UnionWith(methods.Select(method => $"M:{name}.{method.Replace('.', '#')}"));
            names.UnionWith(methods.Where(method => method[..Math.Min(4, method.Length)] is "get_" or "set_").Select(method => $"P:{name}.{method[4..]}"));
            names.UnionWith(type.GetFields().Select(metadata.GetFieldDefinition)
                .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                .Select(field => $"F:{name}.{metadata.GetString(field.Name)}"));
        }

        return names;
    }

    public static string NameOf(string id) => Regex.Replace(Regex.Replace(id, @"[(~].*$", ""), "`+[0-9]+", "");

    private static bool IsPublic(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public;

    private static bool IsPublicOrProtected(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
