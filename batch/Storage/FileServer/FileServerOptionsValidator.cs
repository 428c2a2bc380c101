using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Storage.FileServer;

[OptionsValidator]
internal sealed partial class FileServerOptionsValidator : IValidateOptions<FileServerOptions>;
