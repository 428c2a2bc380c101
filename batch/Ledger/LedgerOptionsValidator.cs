using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Ledger;

[OptionsValidator]
internal sealed partial class LedgerOptionsValidator : IValidateOptions<LedgerOptions>;
