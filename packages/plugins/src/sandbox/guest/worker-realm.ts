import type {SourcePosition} from '../../errors.js';
import type {PluginKind} from '../../plugin-source.js';
import type {LocateQuestion} from '../protocol.js';

import type {GuestRealm} from './guest.js';

/** The global object of a worker, as far as it is needed here. */
export interface WorkerScope {
  /** Runs a classic script, at once. */
  importScripts(address: string): void;
  /** Says something to the document that has the worker. */
  postMessage(message: unknown): void;
  /** Listens to that document. */
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<unknown>) => void,
    options?: {readonly once?: boolean},
  ): void;
}

const scope = globalThis as unknown as WorkerScope;

/** A plugin that shows nothing runs in a worker, which has no document. */
export const workerRealm: GuestRealm = {
  async loadScript(address, integrity) {
    if (!integrity) {
      scope.importScripts(address);
      return;
    }
    const response = await fetch(address, {integrity});
    const url = URL.createObjectURL(await response.blob());
    scope.importScripts(url);
    URL.revokeObjectURL(url);
  },

  locate: (code: string, kind: PluginKind) =>
    new Promise<SourcePosition | null>((resolve) => {
      scope.addEventListener(
        'message',
        ({data}) => {
          resolve(data as SourcePosition | null);
        },
        {once: true},
      );
      scope.postMessage({type: 'locate', code, kind} satisfies LocateQuestion);
    }),
};
