import type {AnnotationView} from './annotation-view.js';
import type {ControlView} from './control-view.js';
import type {ItemView} from './item-view.js';
import {RegionGeometry} from './region-geometry.js';
import type {ResultStyle} from './result-style.js';
import type {ResultView} from './result-view.js';
import type {TagView} from './tag-view.js';

/** Fill of regions that nothing gives a colour. */
const DEFAULT_FILL = '#666';

/** What controls say about a region, as plugins read it. */
export abstract class RegionLabels extends RegionGeometry {
  /** Internal id. */
  abstract readonly id: string;

  /** What controls say about it, as a new list. */
  abstract get results(): ResultView[];

  /** The annotation it belongs to. */
  abstract get annotation(): AnnotationView;

  /** The object tag it lies on. */
  abstract get object(): TagView | undefined;

  /** Label Studio's name for the kind of region. */
  abstract get type(): string;

  /** Results of labels controls. */
  get labelings(): ResultView[] {
    return this.results.filter((result) => result.isLabeling);
  }

  /** The first result of a labels control that has a value. */
  get labeling(): ResultView | undefined {
    return this.labelings.find((result) => result.hasValue);
  }

  /** Labels of {@link RegionLabels.labeling}, as a new list. */
  get labels(): string[] {
    const value = this.labeling?.mainValue;
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** The first label, or the empty one, or `undefined`. */
  get labelName(): string | undefined {
    return this.labels[0] ?? this.emptyLabel?._value;
  }

  /** The label for what has none, where the control allows that. */
  get emptyLabel(): ItemView | undefined {
    for (const {from_name: control} of this.results) {
      if (control.emptyLabel) return control.emptyLabel;
    }
    return undefined;
  }

  /** The control of {@link RegionLabels.labeling}. */
  get tag(): TagView | undefined {
    return this.labeling?.from_name;
  }

  /** The first result of a per-region text area. */
  get texting(): ResultView | undefined {
    return this.results.find(
      ({type, hasValue}) => type === 'textarea' && hasValue,
    );
  }

  /** Controls that speak of single regions of its object. */
  get perRegionTags(): ControlView[] {
    const name = this.object?.name ?? '';
    return (this.annotation.toNames.get(name) ?? []).filter(
      (control) => control.perregion === true,
    );
  }

  /** How it is painted, `undefined` when no tag says so. */
  get style(): ResultStyle | undefined {
    const {results} = this;
    for (const {style} of results) if (style) return style;
    for (const {emptyStyle} of results) if (emptyStyle) return emptyStyle;
    const drawn = results.find(({type}) => this.type.startsWith(type));
    return drawn?.controlStyle ?? undefined;
  }

  /** Returns whether it has the label, or one of a comma list. */
  hasLabel(value: string): boolean {
    const labels = this.labelings.flatMap((result) => result.listValue);
    if (labels.includes(value)) return true;
    return value.split(',').some((label) => labels.includes(label));
  }

  /** Place in the outliner, from 1; `null` for what is not listed there. */
  get region_index(): number | null {
    return this.annotation.regionStore.regionIndexMap[this.id] ?? null;
  }

  /** Returns its place, its labels and its text on one line. */
  getLabelText(separator = ' '): string {
    const index = this.region_index ?? '';
    const labels = this.labels.join(separator);
    const [text = ''] = this.texting?.listValue ?? [];
    const line = text.replace(/\r?\n/, ' ');
    const parts = [String(index), labels, line];
    return parts.filter((part) => part !== '').join(': ');
  }

  /** Returns the colour it is filled with. */
  getOneColor(): string {
    return this.style?.fillcolor ?? DEFAULT_FILL;
  }
}
