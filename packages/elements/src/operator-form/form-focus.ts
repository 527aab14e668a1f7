import type {LitElement, ReactiveController} from 'lit';

const FOCUSABLE = ':is(input, select, textarea, button, [tabindex])';
const FIELDS = ':is(input, select, textarea, .add, .custom > *)';

/** Where the focus was before a drawing, and what stood around it. */
interface Held {
  readonly element: HTMLElement;
  readonly before: readonly HTMLElement[];
  readonly after: readonly HTMLElement[];
  readonly group: Element | null;
}

/**
 * Keeps the focus in a form as its fields come, go and move. A field that is
 * taken away while it has the focus leaves it to the next one of its group,
 * else to the one before it there, else to the nearest of the form; the page
 * never gets it.
 */
export class FormFocus implements ReactiveController {
  readonly #host: LitElement;
  #wanted: string | null = null;
  #held: Held | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Id of the element of the form that has the focus; `''` for none. */
  get activeId(): string {
    return this.#active?.id ?? '';
  }

  /** The first field, or `null`. */
  get first(): HTMLElement | null {
    return this.#root?.querySelector(`form ${FIELDS}:not(:disabled)`) ?? null;
  }

  /** Focuses an element of the form once what was changed is drawn. */
  want(id: string | null): void {
    this.#wanted = id;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const element = this.#active;
    this.#held = element && this.#hold(element);
  }

  hostUpdated(): void {
    const [wanted, held] = [this.#wanted, this.#held];
    this.#wanted = null;
    this.#held = null;
    // Not within the update: a field that gets the focus asks for another.
    if (wanted !== null) queueMicrotask(() => focusOn(this.#find(wanted)));
    else if (held && !this.#active) queueMicrotask(() => this.#restore(held));
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  get #active(): HTMLElement | null {
    return (this.#root?.activeElement ?? null) as HTMLElement | null;
  }

  #hold(element: HTMLElement): Held {
    const fields = [
      ...(this.#root?.querySelectorAll<HTMLElement>(FIELDS) ?? []),
    ].filter((field) => field !== element);
    const next = fields.findIndex((field) => follows(field, element));
    const at = next < 0 ? fields.length : next;
    return {
      element,
      before: fields.slice(0, at),
      after: fields.slice(at),
      group: element.closest('fieldset'),
    };
  }

  /** Whoever has taken the focus meanwhile keeps it. */
  #restore({element, before, after, group}: Held): void {
    if (isFocusElsewhere(this.#host)) return;
    if (element.isConnected) {
      focusOn(element);
      return;
    }
    const back = [...before].reverse();
    const isNear = (field: Element): boolean => group?.contains(field) === true;
    const heir = [
      ...after.filter(isNear),
      ...back.filter(isNear),
      ...after,
      ...back,
    ].find(canFocus);
    focusOn(this.#find(element.id) ?? heir ?? this.first ?? this.#form());
  }

  #find(id: string): HTMLElement | null {
    const found = id === '' ? null : (this.#root?.getElementById(id) ?? null);
    const inside = found?.matches(FOCUSABLE)
      ? null
      : found?.querySelector<HTMLElement>(FOCUSABLE);
    // A control of the page takes the focus itself.
    return inside ?? found;
  }

  /** The form itself, where there is nothing in it to focus. */
  #form(): HTMLElement | null {
    const form = this.#root?.querySelector('form') ?? null;
    if (!form) return null;
    form.tabIndex = -1;
    form.addEventListener('blur', () => form.removeAttribute('tabindex'), {
      once: true,
    });
    return form;
  }
}

function focusOn(element: HTMLElement | null): void {
  element?.focus();
  element?.scrollIntoView({block: 'nearest'});
}

function isFocusElsewhere(host: Element): boolean {
  const {activeElement} = host.getRootNode() as Document | ShadowRoot;
  const {body} = host.ownerDocument;
  return ![null, host, body].includes(activeElement);
}

/** Tells whether one element stands behind another one. */
function follows(element: Element, other: Element): boolean {
  const position = other.compareDocumentPosition(element);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function canFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}
