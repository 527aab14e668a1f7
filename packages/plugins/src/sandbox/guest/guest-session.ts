import {LabelingSession} from '@ls-annotation/lsi';
import type {LabelingSessionOptions, ModalType} from '@ls-annotation/lsi';

import type {RequestAction} from '../protocol.js';

/** What a {@link GuestSession} needs of the host. */
export interface GuestHost {
  /** Has the host do something; resolves with whether it did. */
  request(action: RequestAction): Promise<boolean>;
  /** Has the host show a message. */
  showModal(message: string, type: ModalType): void;
}

/** Methods of `Htx` that the host does, by what they ask for. */
const HTX_REQUESTS: Readonly<Record<string, RequestAction>> = {
  submitAnnotation: 'submit',
  updateAnnotation: 'update',
  skipTask: 'skip',
  unskipTask: 'unskip',
  acceptAnnotation: 'accept',
  rejectAnnotation: 'reject',
};

/**
 * The session inside a frame: it reads a mirror, and what only the host can
 * do it has the host do.
 */
export class GuestSession extends LabelingSession {
  readonly #host: GuestHost;

  constructor(host: GuestHost, options: LabelingSessionOptions) {
    super(options);
    this.#host = host;
    for (const [name, action] of Object.entries(HTX_REQUESTS)) {
      Object.defineProperty(this.htx, name, {
        value: () => host.request(action),
        configurable: true,
      });
    }
  }

  override submit(): Promise<boolean> {
    return this.#host.request('submit');
  }

  override update(): Promise<boolean> {
    return this.#host.request('update');
  }

  override skip(): Promise<boolean> {
    return this.#host.request('skip');
  }

  override accept(): Promise<boolean> {
    return this.#host.request('accept');
  }

  override reject(): Promise<boolean> {
    return this.#host.request('reject');
  }

  override showModal(message: string, type: ModalType = 'warning'): void {
    this.#host.showModal(message, type);
  }
}
