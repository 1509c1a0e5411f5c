// What browsers have and TypeScript's DOM library doesn't know yet.
export {};

declare global {
  interface Navigator {
    readonly globalPrivacyControl?: boolean;
  }

  interface Document {
    readonly prerendering?: boolean;
  }

  interface TrustedText {
    toString(): string;
  }

  interface TrustedPolicy {
    createHTML(text: string): TrustedText;
    createScript(text: string): TrustedText;
    createScriptURL(text: string): TrustedText;
  }

  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { [rule in keyof TrustedPolicy]: (text: string) => string }): TrustedPolicy;
    };
    readonly Blazor?: {
      addEventListener?(type: 'enhancedload', listener: () => void): void;
    };
    readonly Turbo?: {
      readonly cache?: { clear(): void };
    };
  }
}
