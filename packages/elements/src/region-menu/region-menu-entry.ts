/** Something that can be done with a region. */
export interface RegionMenuEntry {
  /** Words of the entry. */
  readonly label: string;
  /** Does it. */
  choose(): void;
}
