using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Consent.BrowserTests.Browsers;

/// <summary>Runs a theory in Chromium and in Firefox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothBrowsersAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<BrowserKind>().Select(static kind => new TheoryDataRow<BrowserKind>(kind))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
