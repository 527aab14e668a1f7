/**
 * Has a worker, whose own address is no base for others, ask relative
 * addresses as the page would.
 */
export function resolveAddresses(baseUrl: string): void {
  const ask = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) =>
    ask(input instanceof Request ? input : new URL(input, baseUrl), init);
  const {prototype} = XMLHttpRequest;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
  const open = prototype.open as (...args: unknown[]) => void;
  prototype.open = function (
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: unknown[]
  ): void {
    // Left out means asynchronous; undefined would not.
    open.call(this, method, new URL(url, baseUrl), ...rest);
  };
}
