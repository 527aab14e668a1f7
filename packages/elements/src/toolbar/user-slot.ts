/** Returns the slot of a tab that says who made an annotation. */
export function userSlot(annotationId: string): string {
  return `user-${annotationId}`;
}
