using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace MediaMelon.SessionList.PackageTests.Support;

/// <summary>The content of a package file.</summary>
public sealed class Package
{
    private readonly Dictionary<string, byte[]> _files;
    private readonly XElement _metadata;

    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        _files = archive.Entries.ToDictionary(entry => entry.FullName, Read);
        _metadata = XElement.Parse(Text(_files.Keys.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))).TrimStart('\uFEFF'))
            .Elements().Single();
    }

    /// <summary>The files, except the files that every package contains.</summary>
    public IEnumerable<string> Files => _files.Keys
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal)
            && !name.EndsWith(".nuspec", StringComparison.Ordinal)
            && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    public string? this[string metadata] => Element(metadata)?.Value;

    public XElement? Element(string name) => _metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    /// <summary>One line for each framework and dependency.</summary>
    public IEnumerable<string> Dependencies =>
        from framework in Element("dependencies")!.Elements()
        from dependency in framework.Elements()
        select $"{framework.Attribute("targetFramework")!.Value}: {dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}";

    /// <summary>One line for each framework and required shared framework.</summary>
    public IEnumerable<string> FrameworkReferences =>
        from framework in Element("frameworkReferences")!.Elements()
        from reference in framework.Elements()
        select $"{framework.Attribute("targetFramework")!.Value}: {reference.Attribute("name")!.Value}";

    public byte[] Bytes(string file) => _files[file];

    public string Text(string file) => Encoding.UTF8.GetString(_files[file]).ReplaceLineEndings("\n");

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
