using Microsoft.Extensions.Options;

namespace PlanetGraph.Worker;

[OptionsValidator]
internal sealed partial class WorkerOptionsValidator : IValidateOptions<WorkerOptions>;
