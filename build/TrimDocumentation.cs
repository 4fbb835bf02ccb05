using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Removes the members that are not public from the documentation files of a project. Run by its build, when it is packed.</summary>
public sealed class TrimDocumentation : Task
{
    [Required]
    public ITaskItem[] Files { get; set; }

    /// <summary>The lists of the public members, as the analyzer of the public surface wants them.</summary>
    [Required]
    public ITaskItem[] PublicApi { get; set; }

    public override bool Execute()
    {
        var names = new HashSet<string>(PublicApi.SelectMany(list => File.ReadLines(list.ItemSpec)).Select(ReadName));
        foreach (var file in Files)
        {
            var page = XDocument.Load(file.ItemSpec, LoadOptions.PreserveWhitespace);
            var hidden = page.Descendants("member").Where(member => !names.Contains(ReadId((string)member.Attribute("name")))).ToList();
            if (hidden.Count == 0)
                continue;

            foreach (var member in hidden)
            {
                if (member.PreviousNode is XText blank)
                    blank.Remove();

                member.Remove();
            }

            using (var writer = new StreamWriter(file.ItemSpec)) // UTF-8 without a byte order mark, as the compiler writes it
                page.Save(writer, SaveOptions.DisableFormatting);
        }

        return !Log.HasLoggedErrors;
    }

    // static Name.Space.Type<T>.Member<U>(int argument) -> void, or Name.Space.Type.Property.get -> int
    private static string ReadName(string line)
    {
        var name = Regex.Replace(line, @"^(~|abstract |const |implicit |explicit |override |readonly |static |virtual )*", "");
        var isOperator = Regex.Match(name, @"^(?<type>[^( ]+)\.(implicit |explicit )?operator ");
        if (isOperator.Success)
            return DropArguments(isOperator.Groups["type"].Value) + ".op";

        name = Regex.Replace(name, @" -> .*$| = .*$", "");
        name = DropArguments(Regex.Replace(name, @"[(\[].*$", ""));
        name = Regex.Replace(name, @"\.(get|set|init)$", "");
        var parts = name.Split('.');
        var isConstructor = parts.Length > 1 && parts[parts.Length - 1] == parts[parts.Length - 2] && line.Contains("(");
        return isConstructor ? string.Join(".", parts.Take(parts.Length - 1)) + ".#ctor" : name;
    }

    // M:Name.Space.Type`1.Member``1(System.Int32)
    private static string ReadId(string id)
    {
        var name = Regex.Replace(id.Substring(2), @"[(~].*$", "");
        name = Regex.Replace(name, "`+[0-9]+", "");
        return Regex.Replace(name, @"\.op_[A-Za-z]+$", ".op");
    }

    private static string DropArguments(string name)
    {
        for (var before = ""; before != name;)
        {
            before = name;
            name = Regex.Replace(name, "<[^<>]*>", "");
        }

        return name;
    }
}
