using Cocona.Command;
using Cocona.Help;
using Cocona.Help.DocumentModel;

namespace PlanetGraph.Generator.Commands;

/// <summary>What a command's exit codes say; <c>--help</c> of the command shows it.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
internal sealed class ExitCodesAttribute(string codes) : TransformHelpAttribute
{
    public override void TransformHelp(HelpMessage helpMessage, CommandDescriptor command) =>
        helpMessage.Children.Add(new HelpSection(new HelpHeading("Exit codes:"), new HelpSection(new HelpParagraph(codes))));
}
