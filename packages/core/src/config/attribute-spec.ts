/** What an attribute may hold and what it is when left out. */
export type AttributeSpec =
  | {readonly kind: 'text'; readonly fallback: string}
  | {readonly kind: 'number'; readonly fallback: number | undefined}
  | {readonly kind: 'range'; readonly fallback: number | undefined}
  | {readonly kind: 'flag'; readonly fallback: boolean | undefined}
  | {
      readonly kind: 'choice';
      readonly values: readonly string[];
      readonly fallback: string;
    };

/** Attributes of a tag by lower-case name. */
export type AttributeSpecs = Readonly<Record<string, AttributeSpec>>;

/** Any text. */
export function text(fallback = ''): AttributeSpec {
  return {kind: 'text', fallback};
}

/** A finite number; anything else is a warning and counts as left out. */
export function number(fallback?: number): AttributeSpec {
  return {kind: 'number', fallback};
}

/** A number from 0 to 1. */
export function range(fallback?: number): AttributeSpec {
  return {kind: 'range', fallback};
}

/** `true` or `false`. */
export function flag(fallback?: boolean): AttributeSpec {
  return {kind: 'flag', fallback};
}

/** One of `values`. */
export function choice(
  fallback: string,
  ...values: readonly string[]
): AttributeSpec {
  return {kind: 'choice', values, fallback};
}
