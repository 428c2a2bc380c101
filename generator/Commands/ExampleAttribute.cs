using Cocona.Command;
using Cocona.Help;
using Cocona.Help.DocumentModel;

namespace PlanetGraph.Generator.Commands;

/// <summary>A command line that works as it is written; <c>--help</c> of the command shows it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
internal sealed class ExampleAttribute(string line) : TransformHelpAttribute
{
    private const string Heading = "Examples:";

    /// <summary>The whole line, from the program on.</summary>
    public string Line { get; } = line;

    public override void TransformHelp(HelpMessage helpMessage, CommandDescriptor command)
    {
        var examples = helpMessage.Children.OfType<HelpSection>()
            .FirstOrDefault(section => section.Children.FirstOrDefault() is HelpHeading { Content: Heading });
        if (examples is null)
        {
            examples = new(new HelpHeading(Heading), new HelpSection());
            helpMessage.Children.Add(examples);
        }

        ((HelpSection)examples.Children[1]).Children.Add(new HelpParagraph(Line));
    }
}
