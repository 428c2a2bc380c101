namespace PlanetGraph.Batch.Ledger.Sql;

internal enum TaskState
{
    Waiting,
    Running,
    Done,
    Failed,
}
