/** A person, as Label Studio's constructor takes it. */
export interface User {
  /** Server id. */
  readonly id?: number | string;
  /** Given name. */
  readonly firstName?: string;
  /** Family name. */
  readonly lastName?: string;
  /** Login. */
  readonly username?: string;
  /** Address. */
  readonly email?: string;
  /** Whatever else the page knows. */
  readonly [key: string]: unknown;
}
