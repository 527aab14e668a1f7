import {AnnotationStore} from '@ls-annotation/core';
import type {
  AnnotationHistory,
  AnnotationState,
  CommitOptions,
  NewRegion,
  Region,
  Relation,
  StatePatch,
  StoreState,
} from '@ls-annotation/core';

import {PluginPermissionError} from '../../errors.js';
import {changedRelations} from '../changed-relations.js';
import type {Permission} from '../permissions.js';
import {sessionPermission} from '../session-permission.js';

import type {MirrorHistory} from './mirror-history.js';

/** What a {@link MirrorStore} asks before it lets a plugin change something. */
export interface WriteGate {
  /** Annotation on display, the only one that can be changed. */
  readonly annotationId: string;
  /** Returns whether a permission was given. */
  has(permission: Permission): boolean;
  /** Hears of what was refused. */
  denied(error: PluginPermissionError): void;
}

/**
 * The state of the host inside a frame.
 *
 * It follows the host by patches. What the plugin changes is changed here at
 * once, so that it can be read in the next line, when a permission allows it;
 * else the change throws {@link PluginPermissionError}. Asking the host, and
 * taking back what it refuses, is for others.
 */
export class MirrorStore extends AnnotationStore {
  readonly #gate: WriteGate;
  readonly #history: MirrorHistory;
  readonly #own = new Set<string>();
  #isFollowing = false;

  constructor(gate: WriteGate, history: MirrorHistory) {
    super();
    this.#gate = gate;
    this.#history = history;
  }

  /** True while it changes because the host has changed. */
  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  /** Has what `work` changes pass without a question. */
  following<T>(work: () => T): T {
    const before = this.#isFollowing;
    this.#isFollowing = true;
    try {
      return this.runAs('load', work);
    } finally {
      this.#isFollowing = before;
    }
  }

  /** Takes over everything that the host's store holds. */
  fill({annotations, ...head}: StoreState): void {
    this.following(() => {
      this.transact({origin: 'load'}, () => {
        for (const annotation of Object.values(annotations)) {
          super.insertAnnotation(annotation);
        }
        super.update((draft) => {
          Object.assign(draft, head);
        });
      });
    });
  }

  override follow(
    patches: readonly StatePatch[],
    options: CommitOptions = {},
  ): void {
    this.following(() => {
      super.follow(patches, options);
    });
  }

  override history(annotationId: string): AnnotationHistory {
    return annotationId === this.#gate.annotationId
      ? this.#history
      : super.history(annotationId);
  }

  override update(...args: Parameters<AnnotationStore['update']>): void {
    if (!this.#isFollowing) this.#deny('', 'change the task or the lists');
    super.update(...args);
  }

  override insertAnnotation(
    annotation: AnnotationState,
    options?: CommitOptions,
  ): void {
    if (!this.#isFollowing) this.#deny('', 'add an annotation');
    super.insertAnnotation(annotation, options);
  }

  override removeAnnotation(id: string, options?: CommitOptions): boolean {
    if (!this.#isFollowing) this.#deny('', 'remove an annotation');
    return super.removeAnnotation(id, options);
  }

  override updateAnnotation(
    ...args: Parameters<AnnotationStore['updateAnnotation']>
  ): void {
    if (this.#isFollowing) {
      super.updateAnnotation(...args);
      return;
    }
    const [id, recipe, options = {}] = args;
    this.#assertOnDisplay(id);
    this.transact(options, () => {
      const before = this.annotation(id);
      super.updateAnnotation(id, recipe, options);
      this.#assertHead(before, this.annotation(id));
    });
  }

  override insertRegions(
    annotationId: string,
    regions: readonly NewRegion[],
    options?: CommitOptions,
  ): readonly Region[] {
    if (this.#isFollowing) {
      return super.insertRegions(annotationId, regions, options);
    }
    this.#assertOnDisplay(annotationId);
    this.#assertHas('write:own', 'make regions');
    const made = super.insertRegions(annotationId, regions, options);
    for (const {id} of made) this.#own.add(id);
    return made;
  }

  override updateRegion(
    ...args: Parameters<AnnotationStore['updateRegion']>
  ): void {
    if (!this.#isFollowing) this.#assertMayChange(args[0], args[1]);
    super.updateRegion(...args);
  }

  override removeRegion(
    annotationId: string,
    regionId: string,
    options?: CommitOptions,
  ): boolean {
    if (!this.#isFollowing) this.#assertMayChange(annotationId, regionId);
    return super.removeRegion(annotationId, regionId, options);
  }

  #assertHead(before: AnnotationState, after: AnnotationState): void {
    if (after.info !== before.info) {
      this.#deny('', 'change facts about the annotation');
    }
    if (after.relations !== before.relations) {
      this.#assertRelations(before.relations, after.relations);
    }
    if (after.selection !== before.selection) this.#assertMaySelect();
    for (const key of changedKeys(before.session, after.session)) {
      const permission = sessionPermission(key);
      this.#assertHas(permission, `change ${key}`);
    }
  }

  #assertRelations(
    before: readonly Relation[],
    after: readonly Relation[],
  ): void {
    const isOwn = changedRelations(before, after).every(
      ({fromId, toId}) => this.#own.has(fromId) && this.#own.has(toId),
    );
    this.#assertHas(isOwn ? 'write:own' : 'write', 'change relations');
  }

  #assertMaySelect(): void {
    if (!this.#gate.has('veto')) this.#assertHas('write:own', 'select regions');
  }

  #assertMayChange(annotationId: string, regionId: string): void {
    this.#assertOnDisplay(annotationId);
    if (this.#own.has(regionId)) {
      this.#assertHas('write:own', 'change regions');
    } else {
      this.#assertHas('write', 'change regions that it did not make');
    }
  }

  #assertOnDisplay(annotationId: string): void {
    if (annotationId === this.#gate.annotationId) return;
    this.#deny('', 'change an annotation that is not on display');
  }

  #assertHas(permission: Permission, action: string): void {
    if (!this.#gate.has(permission)) this.#deny(permission, action);
  }

  #deny(permission: string, action: string): never {
    const error = new PluginPermissionError(permission, action);
    this.#gate.denied(error);
    throw error;
  }
}

function changedKeys<T extends object>(before: T, after: T): (keyof T)[] {
  const keys = Object.keys(after) as (keyof T)[];
  return keys.filter((key) => before[key] !== after[key]);
}
