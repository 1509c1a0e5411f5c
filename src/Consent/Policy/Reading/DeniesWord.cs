namespace Consent;

internal enum DeniesWord
{
    Sale,
    Optional,
    None,
}
