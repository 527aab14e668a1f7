import {LsError} from '@ls-annotation/core';

/** Reported when the sound, video or series of a tag cannot be loaded. */
export class MediaLoadError extends LsError {
  override readonly name = 'MediaLoadError';
  readonly code = 'elements/media-load';
  /** Name of the tag. */
  readonly tag: string;
  /** Address that was asked, as the task gives it. */
  readonly url: string;

  constructor(tag: string, url: string, cause: unknown) {
    super(
      `What "${tag}" shows could not be loaded from "${short(url)}". Check ` +
        'the address, that its server allows this page to read it, and that ' +
        'this browser knows its format.',
      {cause},
    );
    this.tag = tag;
    this.url = url;
  }
}

/** Addresses may hold the data itself. */
function short(url: string): string {
  return url.length <= 160 ? url : `${url.slice(0, 160)}…`;
}
