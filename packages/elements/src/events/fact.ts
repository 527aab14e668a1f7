/** Facts leave the host: they bubble, cross shadow roots, refuse nothing. */
export const FACT: EventInit = {bubbles: true, composed: true};
