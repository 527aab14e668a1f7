/**
 * Where a dialog stands: in the middle, over a page that waits, or aside, over
 * a page that can be used.
 */
export class DialogDock {
  readonly #dialog: () => HTMLDialogElement;

  /** @param dialog - returns the dialog, a manual popover as well. */
  constructor(dialog: () => HTMLDialogElement) {
    this.#dialog = dialog;
  }

  /** True while it stands aside. */
  get isAside(): boolean {
    return this.#dialog().matches(':popover-open');
  }

  /** True while it stands somewhere. */
  get isOpen(): boolean {
    return this.#dialog().open || this.isAside;
  }

  /** Opens it, aside or in the middle. */
  open(standsAside: boolean): void {
    if (standsAside) this.#dialog().showPopover();
    else this.#dialog().showModal();
  }

  /** Moves it there; one that has closed is not opened again in the middle. */
  move(standsAside: boolean): void {
    if (this.isAside === standsAside) return;
    if (this.isOpen) this.close();
    this.open(standsAside);
  }

  /** Takes it away. From the middle it fires `close` on its way. */
  close(): void {
    if (this.isAside) this.#dialog().hidePopover();
    else this.#dialog().close();
  }
}
