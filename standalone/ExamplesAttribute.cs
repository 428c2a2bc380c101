using Cocona.Command;
using Cocona.Help;
using Cocona.Help.DocumentModel;

namespace PlanetGraph.Standalone;

/// <summary>Adds examples, and for the batch its exit codes, to a command's help.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExamplesAttribute(params string[] lines) : TransformHelpAttribute
{
    public override void TransformHelp(HelpMessage helpMessage, CommandDescriptor command) =>
        helpMessage.Children.Add(new HelpSection(
            new HelpHeading("Examples:"),
            new HelpSection(new HelpPreformattedText(string.Join(Environment.NewLine, lines)))));
}
