using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Consent.AspNetCore.Tests;

public class HeldTagsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_WithMarkedTags_CountsThoseThatStayClosed(bool isGranted)
    {
        await using Site site = await Site.StartAsync(Page.WriteAsync);
        List<string> counted = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Scope == site.Services.GetRequiredService<IMeterFactory>() && instrument.Name == "consent.held")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
            counted.Add(string.Join(' ', tags.ToArray().Select(static t => $"{t.Key}={t.Value}"))));
        listener.Start();

        await (await (isGranted ? site.GetAsync("/", site.Granted("analytics")) : site.GetAsync())).TextAsync();

        Assert.Equal(isGranted ? [] : ["gate=html category=analytics reason=NotAsked name=tag enforced=True"], counted);
    }
}
