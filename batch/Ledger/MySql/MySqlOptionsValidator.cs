using Microsoft.Extensions.Options;

namespace PlanetGraph.Batch.Ledger.MySql;

[OptionsValidator]
internal sealed partial class MySqlOptionsValidator : IValidateOptions<MySqlOptions>;
