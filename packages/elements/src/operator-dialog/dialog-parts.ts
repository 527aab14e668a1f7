/** What of a dialog comes in chunks of its own, when it is first needed. */
export interface DialogParts {
  /** What came out of a run beside its message. */
  readonly results: boolean;
  /** Edits that wait for a person's word. */
  readonly changes: boolean;
  /** Values that were kept. */
  readonly presets: boolean;
}

const LOADERS: Readonly<Record<keyof DialogParts, () => Promise<unknown>>> = {
  results: () => import('../define/operator-results.js'),
  changes: () => import('../define/operator-changes.js'),
  presets: () => import('../define/operator-presets.js'),
};

const loading = new Map<string, Promise<void>>();

/**
 * Loads the parts that are wanted. Elements of a part may be on the page
 * before: they come to life when it is there. A part that cannot be loaded is
 * tried again with the next call.
 */
export function loadParts(parts: DialogParts): void {
  for (const [name, load] of Object.entries(LOADERS)) {
    if (!parts[name as keyof DialogParts] || loading.has(name)) continue;
    loading.set(
      name,
      load().then(
        () => undefined,
        () => {
          loading.delete(name);
        },
      ),
    );
  }
}
