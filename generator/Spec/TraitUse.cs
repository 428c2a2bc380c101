namespace PlanetGraph.Generator.Spec;

/// <summary>What a component or a volume says about the values of the traits that it takes.</summary>
/// <param name="Owner">The component or volume.</param>
/// <param name="Defaults">Its own defaults, by the trait's key.</param>
/// <param name="Environments">Its own values in an environment, by environment and key.</param>
internal sealed record TraitUse(SpecNode Owner, Dictionary<string, SpecNode> Defaults, Dictionary<string, Dictionary<string, SpecNode>> Environments);
