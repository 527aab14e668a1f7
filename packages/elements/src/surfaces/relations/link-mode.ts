import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {LabelingSession} from '@ls-annotation/lsi';

/** What a person is in the middle of while two regions are being linked. */
export interface LinkState {
  /** Region that the relation starts at. */
  readonly fromId: string;
  /** Region that it would end at, once that is confirmed; `''` for none. */
  readonly candidateId: string;
}

/**
 * The linking of two regions by a person: it begins with the one, and the
 * choice of the other ends it. Plugins see it as the annotation's linking
 * mode, and may begin it, and end it.
 */
export class LinkMode {
  readonly #session: LabelingSession;
  readonly #state = new BehaviorSubject<LinkState | null>(null);

  /** The present, then every change; `null` while nothing is linked. */
  readonly state$: Observable<LinkState | null> = this.#state.asObservable();

  constructor(session: LabelingSession) {
    this.#session = session;
  }

  /** What is being linked, `null` for nothing. */
  get state(): LinkState | null {
    return this.#state.value;
  }

  /** Id of the one selected region that can be linked, `''` for none. */
  get startable(): string {
    const {annotation} = this.#session;
    if (!annotation || annotation.isReadOnly()) return '';
    const [id = ''] = annotation.state.selection;
    return annotation.state.selection.length === 1 ? id : '';
  }

  /**
   * Begins with the selected region.
   *
   * @returns False when there is not exactly one, or it may not be changed.
   */
  start(): boolean {
    const {annotation} = this.#session;
    const region = annotation?.areas.get(this.startable);
    if (!annotation || !region) return false;
    annotation.startRelationMode(region);
    this.sync();
    return true;
  }

  /** Proposes a region to end at. */
  propose(candidateId: string): void {
    const {state} = this;
    if (state) this.#state.next({...state, candidateId});
  }

  /** Links with a region, and ends. */
  link(toId: string): void {
    const {state} = this;
    this.cancel();
    if (!state || toId === state.fromId) return;
    this.#session.actions.addRelation(state.fromId, toId);
  }

  /** Ends without a relation; what is selected stays so. */
  cancel(): void {
    const {annotation, actions} = this.#session;
    if (annotation?.isLinkingMode === true) {
      const selection = [...annotation.state.selection];
      annotation.stopLinkingMode();
      actions.selectRegions(selection);
    }
    this.sync();
  }

  /** Takes over what the annotation on display is in the middle of. */
  sync(): void {
    const {annotation} = this.#session;
    const from = annotation?.isLinkingMode ? annotation.linkedFrom : null;
    const fromId = from?.cleanId ?? '';
    if (fromId === (this.state?.fromId ?? '')) return;
    this.#state.next(fromId === '' ? null : {fromId, candidateId: ''});
  }
}

const modes = new WeakMap<LabelingSession, LinkMode>();

/** Returns the {@link LinkMode} of a session. */
export function linkModeOf(session: LabelingSession): LinkMode {
  const known = modes.get(session) ?? new LinkMode(session);
  modes.set(session, known);
  return known;
}
