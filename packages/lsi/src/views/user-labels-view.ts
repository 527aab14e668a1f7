/** A label that a person made. */
export interface UserLabel {
  /** Path in the taxonomy, the outermost first. */
  readonly path: readonly string[];
  /** `session` when it was made on this page, `user` when it was before. */
  readonly origin: 'session' | 'user';
}

/** Labels that people made in taxonomies, as plugins see them. */
export class UserLabelsView {
  #controls: Readonly<Record<string, readonly UserLabel[]>> = {};

  /** Labels by name of their control. */
  get controls(): Readonly<Record<string, readonly UserLabel[]>> {
    return this.#controls;
  }

  /** Replaces what is known by what was made before. */
  init(controls: Readonly<Record<string, readonly (readonly string[])[]>>) {
    this.#controls = Object.fromEntries(
      Object.entries(controls).map(([name, paths]) => [
        name,
        paths.map((path) => ({path, origin: 'user'}) as const),
      ]),
    );
  }

  /** Adds a label. */
  addLabel(control: string, path: readonly string[]): void {
    const known = this.#controls[control] ?? [];
    const made = {path, origin: 'session'} as const;
    this.#controls = {...this.#controls, [control]: [...known, made]};
  }

  /** Removes a label. */
  deleteLabel(control: string, path: readonly string[]): void {
    const gone = path.join('\n');
    const kept = (this.#controls[control] ?? []).filter(
      (label) => label.path.join('\n') !== gone,
    );
    this.#controls = {...this.#controls, [control]: kept};
  }
}
