using PlanetGraph.Service;
using PlanetGraph.Service.Dictionary;
using PlanetGraph.Service.Startup;

return await Start.GuardAsync(args, async settings =>
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.AddPlanetGraphService(settings);
    builder.Services.AddReloadOnHangup();
    await using var app = builder.Build();
    app.MapPlanetGraphService();
    await app.RunAsync();
});
