import {LsError} from '@ls-annotation/core';

/** Reported when a tag could not be shown or brought up to date. */
export class SurfaceError extends LsError {
  override readonly name = 'SurfaceError';
  readonly code = 'elements/surface';
  /** Tag as the documentation writes it, `''` when it is not known. */
  readonly tagName: string;
  /** Name of the tag in its config, `''` for none. */
  readonly tag: string;

  constructor(tagName: string, tag: string, cause: unknown) {
    const subject =
      tagName === ''
        ? 'A tag'
        : `The tag <${tagName}>${tag === '' ? '' : ` "${tag}"`}`;
    super(
      `${subject} could not be shown or brought up to date. The rest of the ` +
        'interface goes on; see the cause.',
      {cause},
    );
    this.tagName = tagName;
    this.tag = tag;
  }
}

/** Reported when the code that shows a tag cannot be loaded. */
export class SurfaceLoadError extends LsError {
  override readonly name = 'SurfaceLoadError';
  readonly code = 'elements/surface-load';
  /** True: a notice stands in the place of the tag, and offers to try again. */
  readonly isToldInPlace = true;
  /** Tag, in lower case. */
  readonly type: string;

  constructor(type: string, cause: unknown) {
    super(
      `What shows the tag <${type}> could not be loaded. Check that every ` +
        'file of `dist/` is served beside the module, then show the task ' +
        'again. Nothing that was annotated is lost.',
      {cause},
    );
    this.type = type;
  }
}

/** Reported when the text that a tag names by its address cannot be loaded. */
export class TextLoadError extends LsError {
  override readonly name = 'TextLoadError';
  readonly code = 'elements/text-load';
  /** True: the tag says so where it stands, and offers to try again. */
  readonly isToldInPlace = true;
  /** Name of the tag. */
  readonly tag: string;
  /** Address that was asked. */
  readonly url: string;

  constructor(tag: string, url: string, cause: unknown) {
    super(
      `The text of "${tag}" could not be loaded from "${url}". Check the ` +
        'address, that it is http or https, and that its server allows this ' +
        'page to read it.',
      {cause},
    );
    this.tag = tag;
    this.url = url;
  }
}

/** Reported when an object tag cannot show what the task has for it. */
export class ObjectDataError extends LsError {
  override readonly name = 'ObjectDataError';
  readonly code = 'elements/object-data';
  /** Name of the tag. */
  readonly tag: string;

  constructor(tagName: string, tag: string, problem: string) {
    super(`The tag <${tagName}> "${tag}" ${problem}`);
    this.tag = tag;
  }
}

/** Reported when a taxonomy that a tag names by its address cannot be loaded. */
export class TaxonomyLoadError extends LsError {
  override readonly name = 'TaxonomyLoadError';
  readonly code = 'elements/taxonomy-load';
  /** True: the tag says so where it stands, and offers to try again. */
  readonly isToldInPlace = true;
  /** Name of the tag. */
  readonly tag: string;
  /** Address that was asked. */
  readonly url: string;

  constructor(tag: string, url: string, cause: unknown) {
    super(
      `The taxonomy of "${tag}" could not be loaded from "${url}". Check the ` +
        'address, that its server allows this page to read it, and that it ' +
        'answers with a list of items.',
      {cause},
    );
    this.tag = tag;
    this.url = url;
  }
}
