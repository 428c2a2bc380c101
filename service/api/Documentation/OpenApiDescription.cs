using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PlanetGraph.Service.Documentation;

/// <summary>The OpenAPI document at /openapi/v2.json.</summary>
internal static class OpenApiDescription
{
    private const string Request = """{"addrs":["北京"]}""";

    // The original never looked at the content type, and curl --data sends a form's; the body alone decides.
    private const string AnyType = "*/*";

    private const string Response =
        """{"addrs":[{"segments":["北京市","北京市"],"province":"北京市","city":"北京市","region":null,"town":null,"village":null,"houseNumber":-1,"company":null,"road":null,"residential":null,"office":null,"mall":null,"businessCircle":null,"level":"市"}]}""";

    public static void AddOpenApiDescription(this IServiceCollection services) => services.AddOpenApi("v2", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "PlanetGraph 星图",
                Version = "v2",
                Description = "Turns Chinese addresses into standardized parts. 将中文地址标准化为省、市、区县、街道、村社区、道路、门牌等要素。",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };

            // Where the document is read is where the service is; a server entry would name a pod behind a Service or Ingress.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));

    /// <summary>Describes standardize, whose handler works on bytes, by its types and an example.</summary>
    public static RouteHandlerBuilder DescribeStandardize(this RouteHandlerBuilder route) => route
        .WithTags("address")
        .WithSummary("Standardizes addresses")
        .WithDescription("Up to 10,000 addresses and 8 MiB. One entry for each address, in order; an empty address gives an entry without parts.")
        .Accepts<StandardizeRequest>("application/json", AnyType)
        .Produces<StandardizeResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody?.Content?.Remove(AnyType);
            operation.RequestBody?.Content?["application/json"].Example = JsonNode.Parse(Request);
            operation.Responses?["200"].Content?["application/json"].Example = JsonNode.Parse(Response);
            return Task.CompletedTask;
        });
}
