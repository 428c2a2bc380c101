using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Broker.RabbitMq;

[OptionsValidator]
internal sealed partial class RabbitMqOptionsValidator : IValidateOptions<RabbitMqOptions>;
