/** Something that can be done with a region. */
export interface RegionMenuEntry {
  /** Words of the entry. */
  readonly label: string;
  /** Why it cannot be done here, in words; left out: it can. */
  readonly reason?: string;
  /** Does it. */
  choose(): void;
}
