// Generated from spec/ by `make generate`; edit that, not this.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

/// <summary>The interface of a reader of a record.</summary>
interface IReader
{
    /// <summary>The values of a line, as JSON.</summary>
    JObject Values(string line);

    /// <summary>The line for such values.</summary>
    string Line(JToken values);

    /// <summary>The faults of a line: rule, blank, field.</summary>
    IEnumerable<string> Faults(string line);
}

/// <summary>Runs the kit on your readers; its argument is the folder of a version.</summary>
static class Kit
{
    /// <summary>Your readers, by record.</summary>
    static readonly Dictionary<string, IReader> Readers = new Dictionary<string, IReader>
    {
        { "S5", new SyllabusReader() },
    };

    static void Main(string[] arguments)
    {
        foreach (var reader in Readers) Run(arguments[0], reader.Key, reader.Value);
    }

    static void Run(string folder, string key, IReader reader)
    {
        var kit = JObject.Parse(File.ReadAllText(Path.Combine(folder, key + ".json")));
        foreach (var one in kit["valid"])
        {
            var line = (string)one["line"];
            Same(line, one["values"], reader.Values(line));
            Same(line, one["values"], reader.Values(reader.Line(one["values"])));
            Same(line, new JArray(), Sorted(reader.Faults(line)));
        }
        foreach (var one in kit["wrong"])
        {
            var broken = one["broken"].Select(said => said["rule"] + " " + said["field"]);
            Same((string)one["line"], Sorted(broken), Sorted(reader.Faults((string)one["line"])));
        }
        var inFiles = 0;
        foreach (var length in ((JObject)kit["lengths"]).Properties())
        {
            var files = JObject.Parse(File.ReadAllText(Path.Combine(folder, "files-" + length.Name + ".json")));
            foreach (var line in files["valid"].SelectMany(file => Regex.Split((string)file["text"], "\r\n|\r|\n")))
            {
                if (string.CompareOrdinal(line, 2 - key.Length, key, 0, key.Length) != 0) continue;
                Same(line, new JArray(), Sorted(reader.Faults(line.PadRight((int)length.Value))));
                inFiles++;
            }
        }
        Console.WriteLine(
            "{0}: {1} valid lines, {2} wrong ones, {3} within files",
            key, kit["valid"].Count(), kit["wrong"].Count(), inFiles);
    }

    static JArray Sorted(IEnumerable<string> faults)
    {
        return new JArray(faults.OrderBy(fault => fault, StringComparer.Ordinal));
    }

    static void Same(string line, JToken wanted, JToken got)
    {
        if (!JToken.DeepEquals(wanted, got))
        {
            throw new Exception("\"" + line + "\": wanted " + wanted + ", got " + got);
        }
    }
}

/// <summary>An example of a reader: syllabus definition.</summary>
class SyllabusReader : IReader
{
    public JObject Values(string line)
    {
        return new JObject
        {
            { "syllabus_code", Columns(line, 3, 8) },
            { "syllabus_title", Columns(line, 10, 45) },
        };
    }

    public string Line(JToken values)
    {
        return string.Concat(
            "S",
            "5",
            ((string)values["syllabus_code"]).PadRight(6),
            new string(' ', 1),
            ((string)values["syllabus_title"]).PadRight(36));
    }

    public IEnumerable<string> Faults(string line)
    {
        if (line.Length != 45) yield return line.Length < 45 ? "record.short " : "record.long ";
        if (Columns(line, 1, 1) != "S") yield return "field.literal data_type";
        if (Columns(line, 2, 2) != "5") yield return "field.literal record_type";
        foreach (var fault in Text("syllabus_code", Columns(line, 3, 8))) yield return fault;
        foreach (var fault in Text("syllabus_title", Columns(line, 10, 45))) yield return fault;
        if (Columns(line, 9, 9) != "") yield return "field.filler filler";
    }

    const string Characters = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#%&'()*+,-./:?_`";

    static IEnumerable<string> Text(string name, string text)
    {
        if (text == "") yield return "field.required " + name;
        if (text.StartsWith(" ", StringComparison.Ordinal)) yield return "field.justified " + name;
        if (text.Any(character => Characters.IndexOf(character) < 0)) yield return "field.characters " + name;
    }

    // Positions count from 1; missing characters are blank.
    static string Columns(string line, int first, int last)
    {
        return line.PadRight(last).Substring(first - 1, last - first + 1).TrimEnd(' ');
    }
}
