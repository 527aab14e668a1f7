import type {User} from '@ls-annotation/core';

import {toCamelCase} from './to-camel-case.js';

/** A person as plugins see them. */
export interface UserView {
  /** Server id. */
  readonly id: number | string | undefined;
  /** Given name. */
  readonly firstName: string | undefined;
  /** Family name. */
  readonly lastName: string | undefined;
  /** Login. */
  readonly username: string | undefined;
  /** Address. */
  readonly email: string | undefined;
  /** Name to show: full name, login or address. */
  readonly displayName: string;
  /** Two letters for a picture. */
  readonly initials: string;
  /** Whatever else the page knows, keys in camel case. */
  readonly [key: string]: unknown;
}

const VIEWS = new WeakMap<User, UserView>();

/**
 * Returns a person as plugins see them: the same object every time, keys in camel case however the page
 * wrote them, and a name to show.
 */
export function toUserView(user: User | null | undefined): UserView | null {
  if (!user) return null;
  const known = VIEWS.get(user);
  if (known) return known;
  const view = makeView(user);
  VIEWS.set(user, view);
  return view;
}

function makeView(user: User): UserView {
  const facts = Object.fromEntries(
    Object.entries(user).map(([key, value]) => [toCamelCase(key), value]),
  ) as Partial<UserView>;
  const id = facts.id ?? (facts.pk as number | string | undefined);
  const {firstName, lastName, username, email} = facts;
  const fullName = [firstName, lastName].filter(Boolean).join(' ');
  const displayName = fullName || username || email || '';
  return {
    ...facts,
    id,
    firstName,
    lastName,
    username,
    email,
    displayName,
    initials: facts.initials || initialsOf(firstName, lastName, displayName),
  };
}

function initialsOf(
  firstName: string | undefined,
  lastName: string | undefined,
  displayName: string,
): string {
  const letters = `${firstName?.charAt(0) ?? ''}${lastName?.charAt(0) ?? ''}`;
  return (letters || displayName.slice(0, 2)).toUpperCase();
}
