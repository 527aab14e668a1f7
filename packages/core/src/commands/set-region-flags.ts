import type {AnnotationStore} from '../state/annotation-store.js';
import type {CommitOptions} from '../state/commit.js';

/** What a person may switch on a region without changing what it says. */
export interface RegionFlags {
  /** True to leave it out of sight. */
  readonly hidden?: boolean;
  /** True to keep it from being changed. */
  readonly locked?: boolean;
}

/** Hides, shows, locks or unlocks a region; does nothing when it is gone. */
export function setRegionFlags(
  store: AnnotationStore,
  annotationId: string,
  regionId: string,
  flags: RegionFlags,
  options: CommitOptions = {},
): void {
  if (!store.findRegion(annotationId, regionId)) return;
  store.updateRegion(
    annotationId,
    regionId,
    (draft) => {
      if (flags.hidden !== undefined) draft.hidden = flags.hidden;
      if (flags.locked !== undefined) draft.locked = flags.locked;
    },
    options,
  );
}
