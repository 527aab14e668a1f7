import type {AnnotationStore} from '../state/annotation-store.js';
import type {CommitOptions} from '../state/commit.js';

/** Makes `values` the chosen labels of a control. */
export function setActiveLabels(
  store: AnnotationStore,
  annotationId: string,
  controlName: string,
  values: readonly string[],
  options: CommitOptions = {},
): void {
  store.updateAnnotation(
    annotationId,
    (draft) => {
      draft.session.activeLabels[controlName] = [...values];
    },
    {label: 'choose label', ...options},
  );
}

/** Makes no label of any control chosen. */
export function clearActiveLabels(
  store: AnnotationStore,
  annotationId: string,
  options: CommitOptions = {},
): void {
  const {session} = store.annotation(annotationId);
  if (Object.values(session.activeLabels).every(({length}) => length === 0)) {
    return;
  }
  store.updateAnnotation(
    annotationId,
    (draft) => {
      draft.session.activeLabels = {};
    },
    {label: 'choose label', ...options},
  );
}

/** Makes a drawing control the tool in hand, or none with `null`. */
export function setTool(
  store: AnnotationStore,
  annotationId: string,
  controlName: string | null,
  options: CommitOptions = {},
): void {
  store.updateAnnotation(
    annotationId,
    (draft) => {
      draft.session.tool = controlName;
    },
    {label: 'choose tool', ...options},
  );
}

/**
 * Keeps text that was typed and not submitted.
 *
 * @param key - Control name, or `control:regionId` for a per-region control.
 * @param text - `''` forgets it.
 */
export function setTypedText(
  store: AnnotationStore,
  annotationId: string,
  key: string,
  text: string,
  options: CommitOptions = {},
): void {
  store.updateAnnotation(
    annotationId,
    (draft) => {
      if (text === '') Reflect.deleteProperty(draft.session.typed, key);
      else draft.session.typed[key] = text;
    },
    {label: 'type', ...options},
  );
}

/** Replaces what the task says for an object tag, in this display's session. */
export function setRemoteValue(
  store: AnnotationStore,
  annotationId: string,
  objectName: string,
  value: unknown,
  options: CommitOptions = {},
): void {
  store.updateAnnotation(
    annotationId,
    (draft) => {
      draft.session.remoteValues[objectName] = value;
    },
    {label: 'replace value', ...options},
  );
}
