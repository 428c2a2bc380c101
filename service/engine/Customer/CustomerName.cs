using PlanetGraph.Engine.Output;

namespace PlanetGraph.Engine.Customer;

/// <summary>A name of the customer's dictionary, ready to be found in a text.</summary>
/// <param name="Text">The name as the rules see text: half width, simplified, without blanks.</param>
/// <param name="Field">The field it gives; null for an alias, which is read as <paramref name="Value"/>.</param>
/// <param name="Place">The unit it lies in, for an alias the unit it stands for; -1 for anywhere.</param>
/// <param name="Value">Number of its value in <see cref="CustomerValues"/>.</param>
internal sealed record CustomerName(string Text, AddressField? Field, int Place, int Value);
