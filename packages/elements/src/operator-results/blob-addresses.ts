import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {BlobLike} from '@ls-annotation/operators';

/**
 * Addresses of pictures that come as bytes. They are given back when the
 * element leaves the page, and made anew when it comes back.
 */
export class BlobAddresses implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #addresses = new Map<BlobLike, string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Returns the address of a picture; `''` while its bytes are read. */
  of(picture: BlobLike): string {
    const known = this.#addresses.get(picture);
    if (known !== undefined) return known;
    if (picture instanceof Blob) return this.#keep(picture, picture);
    this.#addresses.set(picture, '');
    void this.#read(picture);
    return '';
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const address of this.#addresses.values()) {
      if (address !== '') URL.revokeObjectURL(address);
    }
    this.#addresses = new Map();
  }

  #keep(picture: BlobLike, blob: Blob): string {
    const address = URL.createObjectURL(blob);
    this.#addresses.set(picture, address);
    return address;
  }

  async #read(picture: BlobLike): Promise<void> {
    const addresses = this.#addresses;
    const bytes = await picture.arrayBuffer();
    if (addresses !== this.#addresses) return;
    this.#keep(picture, new Blob([bytes], {type: picture.type}));
    this.#host.requestUpdate();
  }
}
