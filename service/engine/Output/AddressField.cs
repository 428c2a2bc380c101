namespace PlanetGraph.Engine.Output;

/// <summary>The fields with a name as value, in the order of segments; the house number stands apart.</summary>
internal enum AddressField
{
    Province,
    City,
    Region,
    Town,
    Village,
    BusinessCircle,
    Road,
    Residential,
    Mall,
    Office,
    Company,
}
