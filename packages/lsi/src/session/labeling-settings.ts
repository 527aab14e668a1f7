/** How a person likes to work; names as in Label Studio. */
export interface LabelingSettings {
  /** Hotkeys are on. */
  readonly enableHotkeys: boolean;
  /** Labels stay chosen after a region was made. */
  readonly continuousLabeling: boolean;
  /** A region is selected right after it was made. */
  readonly selectAfterCreate: boolean;
  /** Unsaved work is kept as drafts, where a page takes them. */
  readonly enableAutoSave: boolean;
  /** Labels are written beside their regions. */
  readonly showLabels: boolean;
  /** Text is shown with line numbers. */
  readonly showLineNumbers: boolean;
  /** The tool in hand stays after a region was made. */
  readonly preserveSelectedTool: boolean;
  /** Whatever else the page sets. */
  readonly [key: string]: unknown;
}

/** Label Studio's settings before a person changed any. */
export const DEFAULT_SETTINGS: LabelingSettings = Object.freeze({
  enableHotkeys: true,
  enablePanelHotkeys: true,
  enableTooltips: false,
  enableLabelTooltips: true,
  continuousLabeling: false,
  selectAfterCreate: false,
  enableAutoSave: true,
  showLabels: false,
  showLineNumbers: false,
  preserveSelectedTool: true,
  enableSmoothing: true,
  videoHopSize: 10,
  fullscreen: false,
  bottomSidePanel: false,
  forceBottomPanel: false,
  imageFullSize: false,
  invertedZoom: false,
  videoDrawOutside: false,
});
