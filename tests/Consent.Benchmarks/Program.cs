if (args is ["race", "html"])
{
    Consent.Benchmarks.Html.HtmlRace.Run();
    return;
}

if (args is ["race"])
{
    Consent.Benchmarks.Race.Run();
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
