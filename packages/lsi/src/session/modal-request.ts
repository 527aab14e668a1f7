/** Kinds of message that a modal shows. */
export const MODAL_TYPES = ['error', 'warning', 'success', 'info'] as const;

/** Kind of message that a modal shows. */
export type ModalType = (typeof MODAL_TYPES)[number];

/** A message that wants to be shown until a person dismisses it. */
export interface ModalRequest {
  /** What to say, as text. */
  readonly message: string;
  /** Kind of message. */
  readonly type: ModalType;
}

/** Returns whether `type` is a kind of message that a modal shows. */
export function isModalType(type: unknown): type is ModalType {
  return MODAL_TYPES.includes(type as ModalType);
}
