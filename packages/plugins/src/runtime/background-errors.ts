import type {Disposer} from '@ls-annotation/core';

/**
 * Hears of errors that nobody caught: those of timers, listeners and
 * forgotten promises. It leaves them as they are for the page and its console.
 */
export function watchBackgroundErrors(
  listener: (error: unknown) => void,
): Disposer {
  const onError = (event: ErrorEvent): void => {
    listener(event.error);
  };
  const onRejection = (event: PromiseRejectionEvent): void => {
    listener(event.reason);
  };
  globalThis.addEventListener('error', onError);
  globalThis.addEventListener('unhandledrejection', onRejection);
  return () => {
    globalThis.removeEventListener('error', onError);
    globalThis.removeEventListener('unhandledrejection', onRejection);
  };
}
