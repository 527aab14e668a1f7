import {setDiagnostics} from '@codemirror/lint';
import {Annotation, EditorState} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {html, LitElement} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';

import {baseStyles, ensureTokens} from '@ls-annotation/elements';

import type {Problem} from '../problems/problem.js';

import {CodeInputEvent} from './code-editor-events.js';
import {codeEditorStyles} from './code-editor.styles.js';
import {editorSetup} from './editor-setup.js';
import type {CodeLanguage} from './editor-setup.js';

/** Marks a text that the page has put in, and nobody has typed. */
const IS_GIVEN = Annotation.define<boolean>();

/**
 * An editor for JavaScript, XML or JSON, with problems in their place: a mark
 * beside the line and a line under the words, explained on hover and with F8.
 *
 * Tab indents; Escape and then Tab leaves the editor. What is typed and how
 * far undo goes survive when the element is moved or hidden.
 *
 * @summary An editor of code, with problems in their place.
 * @since 0.1.0
 *
 * @fires {CodeInputEvent} ls-code-input - Fired when somebody has changed the text. Bubbles, composed, not cancelable.
 */
export class CodeEditorElement extends LitElement {
  static override styles = [baseStyles, codeEditorStyles];

  /** What is written in it; it is not to change later. */
  @property()
  language: CodeLanguage = 'javascript';

  /** Name for assistive technology. */
  @property()
  label = '';

  /** What is wrong with the text. */
  @property({attribute: false})
  problems: readonly Problem[] = [];

  @query('.editor')
  private readonly parent!: HTMLElement;

  #view: EditorView | null = null;
  #state: EditorState | null = null;
  #value = '';

  /** The text. */
  @property({attribute: false, noAccessor: true})
  get value(): string {
    return this.#view?.state.doc.toString() ?? this.#value;
  }

  set value(value: string) {
    if (value === this.value) return;
    this.#value = value;
    this.#view?.dispatch({
      changes: {from: 0, to: this.#view.state.doc.length, insert: value},
      annotations: IS_GIVEN.of(true),
    });
  }

  /** Puts the cursor at a place and shows it; 1-based. */
  goTo(line: number, column: number): void {
    const view = this.#view;
    if (!view) return;
    const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
    const anchor = Math.min(at.to, at.from + column - 1);
    view.dispatch({selection: {anchor}, scrollIntoView: true});
    view.focus();
  }

  override focus(): void {
    this.#view?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#value = this.value;
    this.#state = this.#view?.state ?? null;
    this.#view?.destroy();
    this.#view = null;
  }

  protected override firstUpdated(): void {
    this.#open();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problems')) this.#showProblems();
  }

  protected override render(): TemplateResult {
    return html`<div class="editor"></div>`;
  }

  #open(): void {
    if (this.#view) return;
    const root = this.renderRoot as ShadowRoot;
    const state = this.#state ?? this.#createState();
    this.#view = new EditorView({state, parent: this.parent, root});
    this.#state = null;
    this.value = this.#value;
    this.#showProblems();
  }

  #createState(): EditorState {
    return EditorState.create({
      doc: this.#value,
      extensions: [
        editorSetup(this.language),
        EditorView.contentAttributes.of(() => ({
          tabindex: '0',
          'aria-label': this.label,
          'aria-description': 'Press Escape, then Tab, to leave the editor.',
        })),
        EditorView.updateListener.of(({docChanged, transactions}) => {
          const isTyped = transactions.some(
            (each) => each.docChanged && each.annotation(IS_GIVEN) !== true,
          );
          if (docChanged && isTyped) this.#tell();
        }),
      ],
    });
  }

  #tell(): void {
    /** @internal */
    this.dispatchEvent(new CodeInputEvent(this.value));
  }

  #showProblems(): void {
    const view = this.#view;
    if (!view) return;
    const {length} = view.state.doc;
    const diagnostics = this.problems.map((problem) => ({
      ...problem,
      from: Math.min(problem.from, length),
      to: Math.min(problem.to, length),
    }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-code-editor': CodeEditorElement;
  }
}
