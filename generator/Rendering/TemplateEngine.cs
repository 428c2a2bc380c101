using PlanetGraph.Generator.Diagnostics;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PlanetGraph.Generator.Rendering;

/// <summary>
/// Renders templates in which <c>[[ ]]</c> is the generator's code and Helm's <c>{{ }}</c> is text. Scriban knows no other delimiters than
/// <c>{{ }}</c>, so the two pairs change places for the parse: Helm's become private-use characters of the same length, by which lines and
/// columns of errors stay true.
/// </summary>
internal sealed class TemplateEngine
{
    private const string HelmOpen = "\uE000\uE001";
    private const string HelmClose = "\uE002\uE003";
    private readonly Dictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <param name="text">The template; in YAML a literal <c>[[</c> is written <c>[ [</c>.</param>
    /// <param name="shown">How errors call the file.</param>
    public string Render(string text, string shown, ScriptObject model)
    {
        var template = Parse(text, shown);
        var context = new TemplateContext { StrictVariables = true, EnableRelaxedMemberAccess = false, LimitToString = 0, NewLine = "\n" };
        context.PushGlobal(model);
        try
        {
            var rendered = template.Render(context);
            var stray = rendered.IndexOf("}}", StringComparison.Ordinal);
            if (stray >= 0)
            {
                var line = rendered[..stray].Count(c => c == '\n') + 1;
                throw new ProblemsException(new Problem(
                    new(shown), $"A ]] closes nothing (line {line} of the result).", "Write a literal ]] as ] ], or another way."));
            }

            return rendered.Replace(HelmOpen, "{{", StringComparison.Ordinal).Replace(HelmClose, "}}", StringComparison.Ordinal);
        }
        catch (ScriptRuntimeException e)
        {
            throw new ProblemsException(new Problem(
                new(shown, e.Span.Start.Line + 1, e.Span.Start.Column + 1), e.OriginalMessage, "Correct the generator's code between [[ and ]]."));
        }
    }

    private Template Parse(string text, string shown)
    {
        if (_parsed.TryGetValue(shown, out var template))
        {
            return template;
        }

        var swapped = text.Replace("{{", HelmOpen, StringComparison.Ordinal).Replace("}}", HelmClose, StringComparison.Ordinal)
            .Replace("[[", "{{", StringComparison.Ordinal).Replace("]]", "}}", StringComparison.Ordinal);
        template = Template.Parse(swapped, shown);
        if (template.HasErrors)
        {
            throw new ProblemsException([.. template.Messages.Select(message => new Problem(
                new(shown, message.Span.Start.Line + 1, message.Span.Start.Column + 1),
                message.Message,
                "Correct the generator's code between [[ and ]]; write a literal [[ as [ [."))]);
        }

        return _parsed[shown] = template;
    }
}
