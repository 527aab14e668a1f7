import type {User} from '@ls-annotation/core';

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

/**
 * Returns a person as plugins see them: keys in camel case however the page
 * wrote them, and a name to show.
 */
export function toUserView(user: User | null | undefined): UserView | null {
  if (!user) return null;
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

function toCamelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
