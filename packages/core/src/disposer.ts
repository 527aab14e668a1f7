/** Ends what it was returned for. Safe to call twice. */
export type Disposer = () => void;
