namespace PlanetGraph.Batch.AddressService;

/// <summary>The address service stayed away past its patience; exit code 3. No attempt of the task is spent on it.</summary>
public sealed class ServiceUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
