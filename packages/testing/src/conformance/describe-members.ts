import {expect} from '@open-wc/testing';

/** Kinds of value that a member may have. */
export type MemberType =
  | 'array'
  | 'boolean'
  | 'date'
  | 'function'
  | 'map'
  | 'null'
  | 'number'
  | 'object'
  | 'string'
  | 'undefined';

/**
 * One member of an object: its name, the kinds of value it may have, and what
 * it does. The effect gets an object of its own.
 */
export type MemberRow<Target, Handles> = readonly [
  member: string,
  type: MemberType | readonly MemberType[],
  effect: (target: Target, handles: Handles) => unknown,
];

/** What {@link describeMembers} checks. */
export interface MemberTable<Target, Handles> {
  /** Makes an object with what the effects look at. */
  readonly setup: () => Handles;
  /** Returns the object. */
  readonly reach: (handles: Handles) => Target;
  /** Its members. */
  readonly rows: readonly MemberRow<Target, Handles>[];
  /** Names of what it does not have. */
  readonly absent?: readonly string[];
  /** Ends what the set-up has made. */
  readonly close?: (handles: Handles) => void;
}

/**
 * Checks the members of an object, one test a member: it is there, it is of
 * the right kind, and it does what it is there for.
 *
 * @param title - Name of the object, as people who use it say it.
 */
export function describeMembers<Target extends object, Handles>(
  title: string,
  table: MemberTable<Target, Handles>,
): void {
  const {setup, reach, rows, absent = [], close} = table;
  const run = async (
    check: (target: Target, handles: Handles) => unknown,
  ): Promise<void> => {
    const handles = setup();
    try {
      await check(reach(handles), handles);
    } finally {
      close?.(handles);
    }
  };

  describe(title, () => {
    for (const [member, type, effect] of rows) {
      const kinds = [type].flat();
      it(`has ${member} (${kinds.join(' or ')})`, () =>
        run(async (target, handles) => {
          expect(member in target, 'is there').to.equal(true);
          expect(kinds).to.include(kindOf(Reflect.get(target, member)));
          await effect(target, handles);
        }));
    }

    for (const member of absent) {
      it(`has no ${member}`, () =>
        run((target) => {
          expect(member in target).to.equal(false);
          expect(Reflect.get(target, member)).to.equal(undefined);
        }));
    }
  });
}

function kindOf(value: unknown): MemberType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (typeof value === 'object' && 'get' in value && 'forEach' in value) {
    return 'map';
  }
  return typeof value as MemberType;
}
