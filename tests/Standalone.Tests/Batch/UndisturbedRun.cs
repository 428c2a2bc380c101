namespace PlanetGraph.Standalone.Tests.Batch;

/// <summary>A run that nobody disturbed: what every other run over the same input is measured against.</summary>
public sealed class UndisturbedRun : IAsyncLifetime
{
    private readonly InputFolder _folder = new();

    public string Input => _folder.Input;

    public string Output => _folder.Output;

    public string Scratch(string name) => _folder[name];

    public async ValueTask InitializeAsync()
    {
        _folder.WriteMany(files: 20, rows: 500);
        var (code, output) = await PlanetGraphProgram.RunAsync("batch", "-i", Input, "-o", Output);
        Assert.True(code == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
