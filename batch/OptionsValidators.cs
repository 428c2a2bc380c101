using Microsoft.Extensions.Options;
using PlanetGraph.Batch.AddressService;
using PlanetGraph.Batch.Ledger;
using PlanetGraph.Batch.Planning;

namespace PlanetGraph.Batch;

[OptionsValidator]
internal sealed partial class PlanningOptionsValidator : IValidateOptions<PlanningOptions>;

[OptionsValidator]
internal sealed partial class LedgerOptionsValidator : IValidateOptions<LedgerOptions>;

[OptionsValidator]
internal sealed partial class AddressServiceOptionsValidator : IValidateOptions<AddressServiceOptions>;
