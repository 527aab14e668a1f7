import type {User} from '@ls-annotation/core';

/** Who annotates, and everyone whose name may be shown. */
export interface People {
  /** Who annotates. */
  readonly user: User | null;
  /** Everyone, each once; who annotates first. */
  readonly users: readonly User[];
}

/** Returns the people among the options of Label Studio's frontend package. */
export function readPeople(
  given: User | null = null,
  others: readonly User[] = [],
): People {
  const user = given && withId(given);
  const users = others.map(withId).filter(({id}) => id !== user?.id);
  return {user, users: user ? [user, ...users] : users};
}

/** Pages say `pk` where the frontend says `id`. */
function withId(user: User): User {
  const pk = user.pk as number | string | undefined;
  return user.id === undefined && pk !== undefined ? {...user, id: pk} : user;
}
