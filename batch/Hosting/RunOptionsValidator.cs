using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Hosting;

[OptionsValidator]
internal sealed partial class RunOptionsValidator : IValidateOptions<RunOptions>;
