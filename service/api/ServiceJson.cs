using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using PlanetGraph.Engine;
using PlanetGraph.Service.Dictionary;
using PlanetGraph.Service.Documentation;
using PlanetGraph.Service.Health;
using PlanetGraph.Service.Query;

namespace PlanetGraph.Service;

/// <summary>Source-generated JSON of everything but standardize's answer, which the engine writes itself.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProvinceList))]
[JsonSerializable(typeof(CityList))]
[JsonSerializable(typeof(RegionList))]
[JsonSerializable(typeof(TownList))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(DictionaryAnswer))]
[JsonSerializable(typeof(StandardizeRequest))]
[JsonSerializable(typeof(StandardizeResponse))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ServiceJson : JsonSerializerContext;
