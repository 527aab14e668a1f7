import type {ConfigIssue} from './config/config-issue.js';

/**
 * Base of every error that this project throws or reports.
 *
 * `code` is stable and meant for programs; `message` is meant for people and
 * may change. What went wrong underneath is in `cause`.
 */
export abstract class LsError extends Error {
  override readonly name: string = 'LsError';

  /** Stable identifier of the failure, `area/reason`. */
  abstract readonly code: string;
}

/**
 * Stands for a thrown value that nobody can look at: reading it throws again.
 */
export class UnreadableThrownError extends LsError {
  override readonly name = 'UnreadableThrownError';
  readonly code = 'core/unreadable-throw';

  /**
   * @param stack - stack of the thrown value, when that can be read.
   */
  constructor(stack = '') {
    super(
      'What was thrown cannot be read: looking at it throws again. ' +
        'Throw an Error with words of its own.',
    );
    if (stack) this.stack = stack;
  }
}

/**
 * Thrown when a command names an annotation that the store does not hold.
 */
export class AnnotationNotFoundError extends LsError {
  override readonly name = 'AnnotationNotFoundError';
  readonly code = 'core/annotation-not-found';

  /** Id that was asked for. */
  readonly annotationId: string;

  constructor(annotationId: string) {
    super(
      `Annotation "${annotationId}" is not in the store. ` +
        'Use an id from `store.state.order` or `store.state.predictions`.',
    );
    this.annotationId = annotationId;
  }
}

/**
 * Thrown when a command names a region that its annotation does not hold.
 */
export class RegionNotFoundError extends LsError {
  override readonly name = 'RegionNotFoundError';
  readonly code = 'core/region-not-found';

  /** Annotation that was searched. */
  readonly annotationId: string;

  /** Region id that was asked for. */
  readonly regionId: string;

  constructor(annotationId: string, regionId: string) {
    super(
      `Region "${regionId}" is not in annotation "${annotationId}". ` +
        'It may have been deleted; check with `findRegion` first.',
    );
    this.annotationId = annotationId;
    this.regionId = regionId;
  }
}

/**
 * Thrown when a region is inserted under an id that is already in use.
 */
export class DuplicateRegionError extends LsError {
  override readonly name = 'DuplicateRegionError';
  readonly code = 'core/duplicate-region';

  /** Id that is taken. */
  readonly regionId: string;

  constructor(regionId: string) {
    super(
      `A region with id "${regionId}" exists already. ` +
        'Leave the id out to have one made.',
    );
    this.regionId = regionId;
  }
}

/**
 * Reported when a labeling config cannot be shown.
 */
export class ConfigError extends LsError {
  override readonly name = 'ConfigError';
  readonly code = 'core/config-invalid';

  /** Everything that is wrong with it, errors first; never empty. */
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(
      `The labeling config has ${String(issues.length)} problem(s). ` +
        (issues[0]?.message ?? ''),
    );
    this.issues = issues;
  }
}
