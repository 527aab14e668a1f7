import {RegionListbox} from '../image/region-listbox.js';
import type {SurfaceContext} from '../surface.js';

import type {VideoEdits} from './video-edits.js';
import {videoStrings} from './video-strings.js';
import type {VideoTracks} from './video-tracks.js';

/** What the list of a video's regions works on. */
export interface VideoListOptions {
  /** The display. */
  readonly context: SurfaceContext;
  /** Regions. */
  readonly tracks: VideoTracks;
  /** What people may do. */
  readonly edits: VideoEdits;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/** The regions of a video as a listbox, beside the canvases that show them. */
export class VideoList {
  readonly #options: VideoListOptions;
  readonly #listbox: RegionListbox;
  #selected: ReadonlySet<string> = new Set();

  constructor(options: VideoListOptions) {
    this.#options = options;
    const {context, tracks} = options;
    const selected = (): ReadonlySet<string> => this.#selected;
    this.#listbox = new RegionListbox({
      scene: {
        index: tracks,
        get lifted() {
          return selected();
        },
      },
      label: videoStrings.list,
      nameOf: (id) => this.nameOf(id),
      activeId: () => [...this.#selected].at(-1),
    });
    context.listen(this.#listbox.element, 'keydown', (event) => {
      if (this.#onKey(event)) event.preventDefault();
    });
  }

  /** The listbox. */
  get element(): HTMLElement {
    return this.#listbox.element;
  }

  /** Shows the regions as they are, and which of them are selected. */
  update(selection: readonly string[]): void {
    this.#selected = new Set(selection);
    this.#listbox.update();
  }

  /** Selects the region so many places further, round and round. */
  cycle(step: number): boolean {
    const {size} = this.#options.tracks;
    if (size === 0) return false;
    const last = [...this.#selected].at(-1) ?? '';
    const from = this.#options.tracks.indexOf(last);
    const next =
      from === -1 && step < 0 ? size - 1 : (from + step + size) % size;
    return this.#selectAt(next);
  }

  /** Returns how a region is called: its label and when it is there. */
  nameOf(id: string): string {
    const {tracks, edits} = this.#options;
    const track = tracks.get(id);
    if (!track) return videoStrings.unlabeled;
    return [
      track.label === '' ? videoStrings.unlabeled : track.label,
      ...track.spans.map(({start, end}) =>
        end === Infinity
          ? videoStrings.untilEnd(start)
          : videoStrings.range(start, end),
      ),
      ...(edits.canEdit(id) ? [] : [videoStrings.readonly]),
    ].join(', ');
  }

  #onKey({key, altKey, ctrlKey, metaKey}: KeyboardEvent): boolean {
    if (altKey || ctrlKey || metaKey) return false;
    const step = STEPS[key];
    if (step !== undefined) return this.#go(step);
    if (key === 'Home') return this.#selectAt(0);
    if (key === 'End') return this.#selectAt(this.#options.tracks.size - 1);
    if (key !== 'Delete' && key !== 'Backspace') return false;
    this.#options.edits.remove([...this.#selected]);
    return true;
  }

  /** Unlike a cycle, stops at both ends. */
  #go(step: number): boolean {
    const {tracks} = this.#options;
    const from = tracks.indexOf([...this.#selected].at(-1) ?? '');
    if (from === -1) return this.cycle(Math.sign(step));
    const to = Math.min(tracks.size - 1, Math.max(0, from + step));
    return this.#selectAt(to);
  }

  #selectAt(place: number): boolean {
    const {context, tracks, edits} = this.#options;
    const track = tracks.at(place);
    if (!track) return false;
    edits.select(track.id, false);
    context.announce(this.nameOf(track.id));
    return true;
  }
}
