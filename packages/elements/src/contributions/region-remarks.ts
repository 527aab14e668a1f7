import type {Region} from '@ls-annotation/core';
import type {AnnotationView, RegionView} from '@ls-annotation/lsi';
import type {
  Badge,
  Contributed,
  ContributionBoard,
  RegionBadges,
  RegionCheck,
  RegionMessage,
} from '@ls-annotation/plugins';

import {RegionRemarkError} from './errors.js';

/** What plugins say about a region. */
export interface RegionRemarks {
  /** Words beside it. */
  readonly badges: readonly Badge[];
  /** What is to be said about it, errors first. */
  readonly messages: readonly RegionMessage[];
}

/** Nothing. */
export const NO_REMARKS: RegionRemarks = Object.freeze({
  badges: [],
  messages: [],
});

interface Remark {
  readonly text: string;
}

const GRAVITY = ['error', 'warning', 'info'] as const;

/**
 * Asks plugins about regions: once for each state of a region, and again when
 * the plugin has updated its contribution.
 */
export class RegionRemarker {
  readonly #board: ContributionBoard;
  readonly #known = new WeakMap<object, WeakMap<Region, readonly Remark[]>>();

  constructor(board: ContributionBoard) {
    this.#board = board;
  }

  /** Returns what is said about a region of an annotation. */
  about(region: Region, annotation: AnnotationView): RegionRemarks {
    const badges = this.#board.list('regionBadges');
    const checks = this.#board.list('regionCheck');
    if (badges.length + checks.length === 0) return NO_REMARKS;
    const view = annotation.areas.get(region.id);
    if (!view) return NO_REMARKS;
    return {
      badges: badges.flatMap((entry) => this.#badges(entry, region, view)),
      messages: checks
        .flatMap((entry) => this.messages(entry, region, view))
        .sort((one, other) => gravity(one) - gravity(other)),
    };
  }

  /** Returns what one check says about a region. */
  messages(
    entry: Contributed<RegionCheck>,
    region: Region,
    view: RegionView,
  ): readonly RegionMessage[] {
    return this.#ask(entry, region, 'check()', () => entry.value.check(view));
  }

  #badges(
    entry: Contributed<RegionBadges>,
    region: Region,
    view: RegionView,
  ): readonly Badge[] {
    const ask = () => entry.value.badgesOf(view);
    return this.#ask(entry, region, 'badgesOf()', ask);
  }

  #ask<R extends Remark>(
    entry: Contributed<unknown>,
    region: Region,
    method: string,
    ask: () => R | readonly R[] | null | undefined,
  ): readonly R[] {
    const known =
      this.#known.get(entry) ?? new WeakMap<Region, readonly Remark[]>();
    this.#known.set(entry, known);
    let remarks = known.get(region) as readonly R[] | undefined;
    if (!remarks) {
      remarks = entry.call(() => toList(ask(), method)) ?? [];
      known.set(region, remarks);
    }
    return remarks;
  }
}

/** Plugins answer with anything. */
function toList<R extends Remark>(
  answer: R | readonly R[] | null | undefined,
  method: string,
): readonly R[] {
  const list = [answer ?? []].flat() as readonly R[];
  if (!list.every(hasText)) throw new RegionRemarkError(method);
  return list;
}

function hasText(value: unknown): boolean {
  return typeof (value as Partial<Remark> | null)?.text === 'string';
}

function gravity({severity = 'error'}: RegionMessage): number {
  return GRAVITY.indexOf(severity);
}
