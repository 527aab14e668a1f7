import type {
  AnnotationStore,
  LabelConfig,
  Region,
  Relation,
  SessionState,
} from '@ls-annotation/core';
import type {AnnotationView} from '@ls-annotation/lsi';

import {PluginPermissionError, WriteRefusedError} from '../../errors.js';
import {changedRelations, missingFrom} from '../changed-relations.js';
import type {Permission, PermissionSet} from '../permissions.js';
import type {GuestMessage, WriteOperation} from '../protocol.js';
import {sessionPermission} from '../session-permission.js';

import {regionShape} from './read-guest-message.js';

/** What a guest asks to have changed. */
export type GuestWrite = Extract<GuestMessage, {type: 'write'}>;

/** What a {@link GuestWriter} works on. */
export interface GuestWriterOptions {
  /** Name of the plugin. */
  readonly pluginId: string;
  /** What it may do. */
  readonly permissions: PermissionSet;
  /** The host's store. */
  readonly store: AnnotationStore;
  /** The annotation on display. */
  readonly annotation: AnnotationView;
  /** The config, whose tags results must name. */
  readonly config: LabelConfig | null;
  /** Ids of the regions that the plugin made; the writer adds to it. */
  readonly own: Set<string>;
  /** Ids of deleted regions that are not for it to make, unless it may all. */
  readonly foreign: ReadonlySet<string>;
}

/**
 * Makes what a guest asks for, when it may, on the annotation on display: the
 * one place through which a sandboxed plugin changes anything.
 */
export class GuestWriter {
  readonly #options: GuestWriterOptions;

  constructor(options: GuestWriterOptions) {
    this.#options = options;
  }

  /**
   * Makes every operation of a write, as one commit and one undo step, or
   * none of them.
   *
   * @param onDone - called before the change is told of, with whether
   *   everything is exactly as the guest has it already.
   * @throws {@link PluginPermissionError} when it may not.
   * @throws {@link WriteRefusedError} when it cannot be done.
   */
  apply(
    {label, mergeKey, operations}: GuestWrite,
    onDone: (isExact: boolean) => void,
  ): void {
    const {store, pluginId} = this.#options;
    const options = {
      origin: 'plugin',
      author: pluginId,
      label,
      ...(mergeKey ? {mergeKey: `${pluginId}:${mergeKey}`} : {}),
    } as const;
    store.transact(options, () => {
      let isExact = true;
      for (const operation of operations) {
        isExact = this.#apply(operation) && isExact;
      }
      onDone(isExact);
    });
  }

  /**
   * Checks that a guest may delete a region.
   *
   * @throws {@link PluginPermissionError}, {@link WriteRefusedError}
   */
  assertMayDelete(regionId: string): void {
    this.#changeable(regionId);
  }

  #apply(operation: WriteOperation): boolean {
    switch (operation.kind) {
      case 'insert':
        return this.#insert(operation.region);
      case 'update':
        this.#update(operation);
        return true;
      case 'remove':
        this.#remove(operation.regionId);
        return true;
      case 'relations':
        this.#setRelations(operation.relations);
        return true;
      case 'selection':
        this.#select(operation.ids);
        return true;
      case 'session':
        this.#setSession(operation.session);
        return true;
    }
  }

  #insert(region: Region): boolean {
    const {store, annotation, own, foreign, permissions} = this.#options;
    this.#assertHas('write:own', 'make regions');
    this.#assertEditable();
    this.#assertTags(region);
    const {ordinal, ...fields} = region;
    const known = store.findRegion(annotation.id, region.id);
    if (known) throw new WriteRefusedError(`"${region.id}" is taken.`);
    if (foreign.has(region.id) && !permissions.has('write')) {
      throw new WriteRefusedError(`"${region.id}" was somebody else's.`);
    }
    const made = store.insertRegion(annotation.id, fields);
    own.add(made.id);
    return made.ordinal === ordinal;
  }

  #update({
    regionId,
    patches,
  }: Extract<WriteOperation, {kind: 'update'}>): void {
    const {store, annotation} = this.#options;
    const region = this.#changeable(
      regionId,
      patches.every(({path}) => path[0] === 'locked' || path[0] === 'hidden'),
    );
    const root = ['annotations', annotation.id, 'regions', regionId];
    store.follow(
      patches.map((patch) => ({...patch, path: [...root, ...patch.path]})),
    );
    const next = store.findRegion(annotation.id, regionId);
    const isRegion = regionShape(next) && next.results.length > 0;
    if (!isRegion || next.ordinal !== region.ordinal) {
      throw new WriteRefusedError(`"${regionId}" would be no region any more.`);
    }
    this.#assertTags(next);
  }

  #remove(regionId: string): void {
    const {store, annotation} = this.#options;
    this.#changeable(regionId);
    store.removeRegion(annotation.id, regionId);
  }

  #setRelations(relations: readonly Relation[]): void {
    const {store, annotation, own, permissions} = this.#options;
    this.#assertHas('write:own', 'change relations');
    this.#assertEditable();
    const before = annotation.state.relations;
    const changed = changedRelations(before, relations);
    const isOwn = changed.every(
      ({fromId, toId}) => own.has(fromId) && own.has(toId),
    );
    if (!isOwn && !permissions.has('write')) {
      throw new PluginPermissionError(
        'write',
        'change relations of regions that it did not make',
      );
    }
    for (const {fromId, toId} of missingFrom(before, relations)) {
      this.#region(fromId);
      this.#region(toId);
    }
    store.updateAnnotation(annotation.id, (draft) => {
      draft.relations = relations as typeof draft.relations;
    });
  }

  #select(ids: readonly string[]): void {
    const {store, annotation, permissions} = this.#options;
    if (!permissions.has('veto')) {
      this.#assertHas('write:own', 'select regions');
    }
    for (const id of ids) this.#region(id);
    store.updateAnnotation(annotation.id, (draft) => {
      draft.selection = [...ids];
    });
  }

  #setSession(session: Partial<SessionState>): void {
    const {store, annotation} = this.#options;
    for (const key of Object.keys(session) as (keyof SessionState)[]) {
      this.#assertHas(sessionPermission(key), `change ${key}`);
    }
    store.updateAnnotation(annotation.id, (draft) => {
      Object.assign(draft.session, session);
    });
  }

  /** Returns a region that the guest may change, or throws. */
  #changeable(regionId: string, isFlagsOnly = false): Region {
    const {own} = this.#options;
    const region = this.#region(regionId);
    if (own.has(regionId)) this.#assertHas('write:own', 'change regions');
    else this.#assertHas('write', 'change regions that it did not make');
    this.#assertEditable();
    if (region.readonly || (region.locked && !isFlagsOnly)) {
      throw new WriteRefusedError(`"${regionId}" is read-only.`);
    }
    return region;
  }

  #region(regionId: string): Region {
    const {store, annotation} = this.#options;
    const region = store.findRegion(annotation.id, regionId);
    if (region) return region;
    throw new WriteRefusedError(`There is no region "${regionId}".`);
  }

  #assertEditable(): void {
    if (!this.#options.annotation.isReadOnly()) return;
    throw new WriteRefusedError('The annotation is read-only.');
  }

  #assertHas(permission: Permission, action: string): void {
    if (this.#options.permissions.has(permission)) return;
    throw new PluginPermissionError(permission, action);
  }

  /** A result that names what the config does not have helps nobody. */
  #assertTags({results}: Region): void {
    const {config} = this.#options;
    for (const {fromName, toName} of results) {
      const isKnown =
        config?.byName.get(fromName)?.definition.role === 'control' &&
        config.byName.has(toName);
      if (!isKnown) {
        throw new WriteRefusedError(
          `The config has no "${fromName}" about "${toName}".`,
        );
      }
    }
  }
}
