import {
  attributeFlag,
  attributeText,
  resolveTagValue,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import {ObjectView} from '@ls-annotation/lsi';

import {element} from '../dom/element.js';
import {loadedPurifier} from '../markup/purifier.js';
import {ID_PREFIX, sanitizeDocument} from '../markup/sanitize-document.js';
import {scopeDocumentCss} from '../markup/scope-document-css.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {loadRemoteValue} from '../text/remote-value.js';
import {SpanSurface} from '../text/span-surface.js';
import {textStyles} from '../text/text.styles.js';

import {DocumentSheet} from './document-sheet.js';
import {guardDocument} from './guard-document.js';
import {hyperTextFormat, spanText} from './hyper-text-format.js';
import {hyperTextStyles} from './hyper-text.styles.js';

/**
 * A `HyperText`: a document on which spans are labelled.
 *
 * The document is made safe and put into the page itself, not into a frame.
 * A frame that selection, caret and plugins reach has to be of the page's own
 * origin, and is then no boundary; what makes a document harmless is that
 * nothing in it acts. In the page, one set of highlights, keys and offsets
 * serves text and documents, and `document.querySelector` finds what is shown.
 *
 * What a frame would have kept apart is kept apart by other means: its styles
 * are scoped to it, its ids prefixed, its layout contained, and it is drawn
 * on white, as documents expect. With `inline="true"` it is part of the page,
 * as in Label Studio: in the page's colours, with its ids as they are.
 */
export const hyperTextSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, textStyles));
  context.add(adoptStyles(context.host, hyperTextStyles));
  return new HyperTextSurface(tag, context).root;
};

class HyperTextSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #isInline: boolean;
  readonly #hasLinks: boolean;
  readonly #contents: HTMLElement;
  readonly #surface: SpanSurface;
  readonly #sheet: DocumentSheet;

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#isInline = attributeFlag(tag, 'inline');
    this.#hasLinks = attributeFlag(tag, 'clickableLinks');
    this.#contents = element('div');
    this.root = element(
      'div',
      {
        class:
          'lsf-object lsf-richtext lsf-hypertext' +
          (this.#isInline ? '' : ' lsf-hypertext_page'),
      },
      this.#contents,
    );
    this.#sheet = new DocumentSheet(context.host);
    context.add(() => {
      this.#sheet.dispose();
    });
    this.#surface = new SpanSurface({
      tag,
      context,
      root: this.root,
      contents: this.#contents,
      format: hyperTextFormat,
      noun: 'Document',
    });
    guardDocument(this.root, {context, hasLinks: this.#hasLinks});
    this.#answerPlaces();
    this.#followValue();
  }

  #followValue(): void {
    this.#context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      () => {
        this.#render();
      },
    );
    if (attributeText(this.#tag, 'valueType') !== 'url') return;
    loadRemoteValue({
      tag: this.#tag,
      context: this.#context,
      root: this.root,
    });
  }

  /** Only here is it known where paths into the document lead. */
  #answerPlaces(): void {
    const view = this.#context.annotation.names.get(this.#tag.name);
    if (!(view instanceof ObjectView)) return;
    view.surface = {
      offsetsOf: (geometry) =>
        hyperTextFormat.spanOf({geometry}, this.#surface.text),
      textOf: (offsets) => spanText(offsets, this.#surface.text),
    };
    this.#context.add(() => {
      view.surface = null;
    });
  }

  #render(): void {
    const purifier = loadedPurifier();
    if (!purifier) throw new TypeError('The purifier has not been loaded.');
    const {content, css, body} = sanitizeDocument(purifier, this.#markup(), {
      isInline: this.#isInline,
      hasLinks: this.#hasLinks,
    });
    const id = `${this.#context.displayId}-${this.#tag.key}`;
    const contents = this.#contents;
    contents.className =
      `lsf-richtext__container lsf-hypertext__container htx-richtext ` +
      body.className;
    contents.style.cssText = body.style.cssText;
    contents.dir = body.dir;
    contents.lang = body.lang;
    contents.dataset.lsDocument = id;
    this.#sheet.replace(
      scopeDocumentCss(css, {
        root: `[data-ls-document="${id}"]`,
        idPrefix: this.#isInline ? '' : ID_PREFIX,
      }),
    );
    contents.replaceChildren(content);
    this.#surface.refresh();
    this.#context.annotation.updateObjects(false);
  }

  /** What the tag's live view says, so that both always agree. */
  #markup(): string {
    const view = this.#context.annotation.names.get(this.#tag.name);
    const value = view
      ? view._value
      : resolveTagValue(this.#tag, this.#context.data);
    return typeof value === 'string' ? value : '';
  }
}
