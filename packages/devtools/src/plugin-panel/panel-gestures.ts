/** What somebody asks for anywhere in the panel. */
export interface GestureOptions {
  /** Runs what is in the editors. */
  readonly onRun: () => void;
  /** Takes files that were dropped. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A listener that hears of an event before the editors do. */
export interface EarlyListener<E extends Event> {
  /** Before what is within. */
  readonly capture: true;
  /** Hears of it. */
  readonly handleEvent: (event: E) => void;
}

/** Listeners of the panel. */
export interface PanelGestures {
  /** Ctrl+Enter, on a Mac Command+Enter. */
  readonly keydown: EarlyListener<KeyboardEvent>;
  /** Says that files may be dropped. */
  readonly dragover: (event: DragEvent) => void;
  /** Takes files, the text of which an editor would put in. */
  readonly drop: EarlyListener<DragEvent>;
}

/** Returns listeners for the keys and files that the whole panel takes. */
export function panelGestures({onRun, onFiles}: GestureOptions): PanelGestures {
  return {
    keydown: early((event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      take(event);
      onRun();
    }),
    dragover: (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    },
    drop: early((event) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      take(event);
      onFiles(files);
    }),
  };
}

function early<E extends Event>(
  handleEvent: (event: E) => void,
): EarlyListener<E> {
  return {capture: true, handleEvent};
}

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
