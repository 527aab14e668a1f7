import {
  findClassification,
  hasValue,
  makeId,
  messageOf,
  readResults,
  splitMergedLabels,
  type ChangeOrigin,
  type LabelConfig,
  type NewRegion,
  type Relation,
  type ResultsContent,
} from '@ls-annotation/core';

import {ResultsError} from '../errors.js';
import type {
  AnnotationView,
  DeserializeOptions,
} from '../views/annotation-view.js';
import type {RegionView} from '../views/region-view.js';

import {repairResults} from './repair-results.js';
import type {SessionContext} from './session-context.js';

/**
 * Reads Label Studio results into annotations that are loaded already.
 *
 * @internal
 */
export class ResultsReader {
  readonly #context: SessionContext;
  readonly #origin: ChangeOrigin;

  constructor(context: SessionContext, origin: ChangeOrigin) {
    this.#context = context;
    this.#origin = origin;
  }

  /** Adds results, without events; reports what cannot be read. */
  deserialize(
    annotation: AnnotationView,
    results: unknown,
    options: DeserializeOptions = {},
  ): void {
    this.#add(annotation, this.#list(results), options);
  }

  /** Adds copies of results under new ids and returns their regions. */
  append(annotation: AnnotationView, results: unknown): RegionView[] {
    const list = withNewIds(this.#list(results));
    const ids = this.#add(annotation, list, {});
    annotation.updateObjects();
    return ids.flatMap((id) => annotation.areas.get(id) ?? []);
  }

  #list(results: unknown): readonly unknown[] {
    try {
      const parsed: unknown =
        typeof results === 'string' ? JSON.parse(results) : results;
      if (Array.isArray(parsed)) return parsed;
      throw new TypeError('they are not a list');
    } catch (error) {
      const detail = messageOf(error);
      this.#context.reportError(new ResultsError(detail, error));
      return [];
    }
  }

  #add(
    annotation: AnnotationView,
    list: readonly unknown[],
    options: DeserializeOptions,
  ): readonly string[] {
    const {config, store} = this.#context;
    if (!config || !annotation.isAlive || list.length === 0) return [];
    const content = readResults(repairResults(list, config));
    for (const {message} of content.warnings) {
      this.#context.reportError(new ResultsError(message));
    }
    const {suggestions} = this.#context.editors;
    const target =
      options.suggestions === true
        ? suggestions.holderOf(annotation)
        : annotation.id;
    try {
      return store.transact({origin: this.#origin, label: 'add results'}, () =>
        this.#insert(target, onlyKnown(content, config), options),
      );
    } catch (error) {
      this.#context.reportError(new ResultsError(messageOf(error), error));
      return [];
    }
  }

  #insert(
    target: string,
    {regions, relations}: ResultsContent,
    {hidden = false}: DeserializeOptions,
  ): readonly string[] {
    const ids: string[] = [];
    for (const region of regions) {
      const id = this.#insertRegion(target, {...region, hidden});
      if (id !== null) ids.push(id);
    }
    if (relations.length > 0) this.#insertRelations(target, relations);
    return ids;
  }

  #insertRegion(target: string, region: NewRegion): string | null {
    const {store} = this.#context;
    if (region.classification) {
      return this.#replaceClassification(target, region);
    }
    const id = region.id ?? makeId();
    const existing = store.findRegion(target, id);
    if (!existing) {
      store.insertRegion(target, {...region, id});
      return id;
    }
    store.updateRegion(target, id, (draft) => {
      for (const result of region.results) {
        const others = draft.results.filter(
          ({fromName}) => fromName !== result.fromName,
        );
        const added = {...result, id: makeId()} as (typeof others)[number];
        draft.results = [...others, added];
      }
    });
    return id;
  }

  /** The last classification of a control is the only one. */
  #replaceClassification(target: string, region: NewRegion): string | null {
    const {store} = this.#context;
    const [result] = region.results;
    const table = store.annotation(target).regions;
    const before = findClassification(
      table,
      result?.fromName ?? '',
      region.itemIndex,
    );
    if (before) store.removeRegion(target, before.id);
    if (!hasValue(result?.value)) return null;
    const {id: given, ...rest} = region;
    const isFree = given !== undefined && !store.findRegion(target, given);
    const id = isFree ? given : makeId();
    store.insertRegion(target, {...rest, id});
    return id;
  }

  #insertRelations(target: string, relations: readonly Relation[]): void {
    const {store} = this.#context;
    const isThere = (id: string): boolean =>
      store.findRegion(target, id) !== undefined;
    const known = relations.filter(
      ({fromId, toId}) => isThere(fromId) && isThere(toId),
    );
    store.updateAnnotation(target, (draft) => {
      draft.relations.push(...(known as (typeof draft.relations)[number][]));
    });
  }
}

/** Results of tags that the config does not have are dropped. */
function onlyKnown(
  content: ResultsContent,
  config: LabelConfig,
): ResultsContent {
  const regions = content.regions
    .map((region) => splitMergedLabels(region, config))
    .map((region) => ({
      ...region,
      results: region.results.filter(
        ({fromName, toName}) =>
          config.byName.has(fromName) && config.byName.has(toName),
      ),
    }))
    .filter(({results}) => results.length > 0);
  return {...content, regions};
}

function withNewIds(list: readonly unknown[]): readonly unknown[] {
  const ids = new Map<unknown, string>();
  const renamed = (id: unknown): unknown => {
    if (typeof id !== 'string') return id;
    const known = ids.get(id) ?? makeId();
    ids.set(id, known);
    return known;
  };
  return list.map((entry) => {
    if (typeof entry !== 'object' || entry === null) return entry;
    const json: Record<string, unknown> = {...entry};
    for (const key of ['id', 'parentID', 'from_id', 'to_id']) {
      if (key in json) json[key] = renamed(json[key]);
    }
    return json;
  });
}
