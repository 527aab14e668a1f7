import {attributeFlag, attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {ObjectDataError} from '../errors.js';
import {noticeElement} from '../notice/notice-surface.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {loadRemoteValue} from '../text/remote-value.js';
import {SpanSurface} from '../text/span-surface.js';
import {textStyles} from '../text/text.styles.js';

import {AuthorFilter} from './author-filter.js';
import {paragraphElement} from './paragraph-element.js';
import {paragraphsFormat} from './paragraphs-format.js';
import {paragraphsStyles} from './paragraphs.styles.js';
import {readParagraphs} from './read-paragraphs.js';
import type {Paragraph} from './read-paragraphs.js';

/**
 * A `Paragraphs`: a dialogue, or a list of texts, on which spans are labelled,
 * over several paragraphs too.
 *
 * What is out of sight costs no layout, so thousands of paragraphs scroll as
 * a few do. Who wants to see what one author says chooses them; what is
 * selected across others is then made a region a piece.
 */
export const paragraphsSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, textStyles));
  context.add(adoptStyles(context.host, paragraphsStyles));
  return new ParagraphsSurface(tag, context).root;
};

class ParagraphsSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #contents = element('div', {
    class: 'lsf-paragraphs__phrases',
    attributes: {'data-testid': 'phrases-wrapper'},
  });
  readonly #text: HTMLElement;
  readonly #filter: AuthorFilter;
  readonly #surface: SpanSurface;
  #paragraphs: readonly Paragraph[] = [];

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    const isScrolled = attributeFlag(tag, 'contextScroll');
    this.#text = element(
      'div',
      {
        class:
          'lsf-paragraphs__container' +
          (isScrolled ? ' lsf-paragraphs__container_scroll' : ''),
      },
      this.#contents,
    );
    this.#filter = new AuthorFilter(
      {
        name: tag.name,
        onChoose: (author) => {
          this.#filterBy(author);
        },
      },
      context,
    );
    const layout = attributeText(tag, 'layout');
    this.root = element(
      'div',
      {class: `lsf-object lsf-paragraphs lsf-paragraphs_layout_${layout}`},
      this.#filter.root,
      this.#text,
    );
    this.#surface = new SpanSurface({
      tag,
      context,
      root: this.#text,
      contents: this.#contents,
      format: paragraphsFormat,
      noun: 'Paragraphs',
    });
    this.#followValue();
  }

  #followValue(): void {
    const isRemote = attributeText(this.#tag, 'valueType') === 'url';
    this.#context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      (loaded) => {
        if (!isRemote || loaded !== undefined) this.#render();
      },
    );
    if (!isRemote) return;
    loadRemoteValue({
      tag: this.#tag,
      context: this.#context,
      root: this.#text,
      read: (text) => JSON.parse(text) as unknown,
    });
  }

  #render(): void {
    // What the tag's live view says, so that both always agree.
    const view = this.#context.annotation.names.get(this.#tag.name);
    const outcome = readParagraphs(this.#tag, view?._value);
    if (!outcome.ok) {
      this.#context.session.reportError(
        new ObjectDataError(this.#tag.tagName, this.#tag.name, outcome.problem),
      );
      this.#text.replaceChildren(noticeElement(this.#tag, outcome.problem));
      return;
    }
    this.#paragraphs = outcome.paragraphs;
    this.#contents.replaceChildren(...outcome.paragraphs.map(paragraphElement));
    this.#filter.show(outcome.paragraphs.map(({author}) => author));
    this.#surface.refresh();
  }

  #filterBy(author: string | null): void {
    const elements = this.#contents.children;
    for (const [index, paragraph] of this.#paragraphs.entries()) {
      const shown = elements[index];
      const isHidden = author !== null && paragraph.author !== author;
      if (shown instanceof HTMLElement) shown.hidden = isHidden;
    }
    this.#surface.refresh();
    const count = this.#contents.querySelectorAll(':scope > :not([hidden])');
    this.#context.announce(`${String(count.length)} paragraphs shown.`);
  }
}
