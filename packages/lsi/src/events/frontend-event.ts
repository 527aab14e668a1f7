/** One event as the streams see it. */
export interface FrontendEvent {
  /** Name it was invoked with. */
  readonly name: string;
  /** Arguments that the handlers get. */
  readonly args: readonly unknown[];
}
