using Microsoft.Extensions.Options;

namespace PlanetGraph.Publisher;

[OptionsValidator]
internal sealed partial class PublisherOptionsValidator : IValidateOptions<PublisherOptions>;
