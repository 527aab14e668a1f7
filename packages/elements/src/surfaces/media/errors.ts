import {LsError} from '@ls-annotation/core';

import type {MediaFailure} from './find-media-failure.js';
import {mediaStrings} from './media-strings.js';

/** Reported when the sound, video or series of a tag cannot be loaded. */
export class MediaLoadError extends LsError {
  override readonly name = 'MediaLoadError';
  readonly code = 'elements/media-load';
  /** True: the tag says so where it stands, and offers to try again. */
  readonly isToldInPlace = true;
  /** Name of the tag. */
  readonly tag: string;
  /** Address that was asked, as the task gives it. */
  readonly url: string;
  /** Why, as far as it could be found out; `null` when it was not tried. */
  readonly failure: MediaFailure | null;

  constructor(
    tag: string,
    url: string,
    cause: unknown,
    failure: MediaFailure | null = null,
  ) {
    super(
      `What "${tag}" shows could not be loaded from "${short(url)}". ` +
        (failure
          ? mediaStrings.failure(failure)
          : 'Check the address, that its server allows this page to read it, ' +
            'and that this browser knows its format.'),
      {cause},
    );
    this.tag = tag;
    this.url = url;
    this.failure = failure;
  }
}

/** Addresses may hold the data itself. */
function short(url: string): string {
  return url.length <= 160 ? url : `${url.slice(0, 160)}…`;
}
