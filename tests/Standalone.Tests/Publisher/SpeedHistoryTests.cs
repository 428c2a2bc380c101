using Microsoft.Extensions.Time.Testing;
using PlanetGraph.Publisher.Progress;

namespace PlanetGraph.Standalone.Tests.Publisher;

/// <summary>The chart and the time left of the page.</summary>
public sealed class SpeedHistoryTests
{
    [Fact]
    public void Line_RunOfAWeek_StaysShortAndTrue()
    {
        var clock = new FakeTimeProvider();
        var history = new SpeedHistory(clock);
        for (var minute = 0; minute < 7 * 24 * 60; minute++)
        {
            history.Note(minute * 6000L);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var line = history.Line();
        Assert.InRange(line.Count, SpeedHistory.Capacity / 4, SpeedHistory.Capacity);
        Assert.All(line, point => Assert.Equal(100, point.RowsPerSecond));
        Assert.Equal(100, history.Average, 3);
    }

    [Fact]
    public void Recent_RowsTakenBack_IsNeverNegative()
    {
        var clock = new FakeTimeProvider();
        var history = new SpeedHistory(clock);
        history.Note(1000);
        clock.Advance(TimeSpan.FromSeconds(1));
        history.Note(400);
        Assert.Equal(0, history.Recent);
    }
}
