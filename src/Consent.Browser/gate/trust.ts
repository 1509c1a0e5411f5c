let policy: TrustedPolicy | undefined;
let decided: boolean | undefined;

/**
 * Whether this page lets the gate set script text and script addresses: there are no Trusted
 * Types, they aren't required, or the CSP allows a policy named `pc`.
 */
export function canTrust(): boolean {
  return decided ??= decide();
}

function decide(): boolean {
  try {
    const same = (text: string): string => text;
    policy = window.trustedTypes?.createPolicy('pc', { createHTML: same, createScript: same, createScriptURL: same });
    return true;
  } catch {
    // The CSP names other policies only. If it doesn't also require them, plain strings do.
  }
  try {
    document.createElement('script').text = ';';
    return true;
  } catch {
    return false;
  }
}

/** The text as the policy's type, in the guise of a string: the DOM takes both, TypeScript's DOM only strings. */
export function trusted(kind: keyof TrustedPolicy, text: string): string {
  return canTrust() && policy ? policy[kind](text) as unknown as string : text;
}
