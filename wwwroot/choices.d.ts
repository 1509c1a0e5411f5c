/* Consent, MIT licence; built from src/Consent.Browser */
/** Why a category is allowed or denied. */
export type ConsentReason =
  | 'Required' | 'Gpc' | 'Dnt' | 'Refused' | 'Granted' | 'NotAsked' | 'OptOutRegime' | 'Notice';

/** The answer for one category. */
export interface ConsentCategory {
  readonly allowed: boolean;
  readonly reason: ConsentReason;
}

/** The decision for this visitor, as `GET {basePath}/state` gives it. */
export interface ConsentState {
  readonly categories: { readonly [id: string]: ConsentCategory };
  /** `Ask`: the banner is due. `Honored`: a signal denied something. `None`: nothing to say. */
  readonly prompt: 'Ask' | 'Honored' | 'None';
  /** The strictest regime of any optional category. */
  readonly regime: 'opt-in' | 'opt-out' | 'notice';
  /** The region that the regime came from, or `null` if it isn't known. */
  readonly region: string | null;
  readonly signals: {
    /** Global Privacy Control, by header or by `navigator.globalPrivacyControl`. */
    readonly gpc: boolean;
    /** Do Not Track: `null` if the browser doesn't say. */
    readonly dnt: boolean | null;
  };
  /** A hash of the policy that decided. */
  readonly policy: string;
}

/**
 * What a visitor chose: every optional category, none of them, or some of them by id.
 * A category that isn't named keeps its state.
 */
export type ConsentChoice = 'all' | 'none' | { readonly [category: string]: boolean };

/** The page's view of the visitor's decision: `window.consent`. */
export interface Consent {
  /** The decision as it stands now. */
  readonly state: ConsentState;

  /**
   * Whether a category is allowed now. Several ids, separated by spaces, must all be allowed; an
   * unknown id is denied.
   */
  allows(category: string): boolean;

  /**
   * Calls back after every change of the decision, made here or in another tab. The same is
   * dispatched on `document` as the event `consent:change`.
   * @returns a function that ends the subscription.
   */
  on(event: 'change', callback: (state: ConsentState) => void): () => void;

  /**
   * Shows the choices, in a dialog where possible, else by going to the choices page. Dispatches
   * `consent:open` on `document` first; a page with choices of its own cancels that event.
   */
  open(): void;

  /**
   * Sends a choice to the server and applies the answer: opens what became allowed, and reloads
   * the page if something lost its permission, because a script that runs can't be unloaded.
   * @returns the new state; rejects, with nothing changed, if the server can't be reached or says no.
   */
  set(choice: ConsentChoice): Promise<ConsentState>;

  /** Refuses everything optional, as {@link set} does. */
  withdraw(): Promise<ConsentState>;
}

declare global {
  var consent: Consent;

  interface DocumentEventMap {
    'consent:change': CustomEvent<ConsentState>;
    'consent:open': CustomEvent<null>;
  }
}
