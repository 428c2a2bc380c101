using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Storage;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
