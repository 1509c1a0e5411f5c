using Consent;
using Gateway;

try
{
    GatewayArguments arguments = GatewayArguments.Parse(args);
    if (arguments.Help)
    {
        Console.WriteLine(GatewayArguments.Usage);
        return 0;
    }

    await GatewayApplication.Create(arguments).RunAsync();
    return 0;
}
catch (Exception e) when (e is WrongArgumentException or ConsentPolicyException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
