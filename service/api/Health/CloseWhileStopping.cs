namespace PlanetGraph.Service.Health;

/// <summary>While the service stops, every answer ends its connection, so that clients come back through the load balancer to another pod.</summary>
internal static class CloseWhileStopping
{
    public static void UseCloseWhileStopping(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        app.Use((context, next) =>
        {
            if (readiness.IsStopping)
            {
                context.Response.Headers.Connection = "close";
            }

            return next(context);
        });
    }
}
