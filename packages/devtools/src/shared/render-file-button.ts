import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

/** What {@link renderFileButton} shows. */
export interface FileButtonOptions {
  /** Words on the button. */
  readonly label: string;
  /** What is asked for, for assistive technology. */
  readonly inputLabel: string;
  /** What it takes, in a few words more. */
  readonly title?: string;
  /** Kinds of files, as the attribute `accept` has them. */
  readonly accept: string;
  /** True where several files belong together. */
  readonly isMultiple?: boolean;
  /** True while nothing can be taken. */
  readonly isDisabled?: boolean;
  /** Called with the files that somebody has chosen, one at least. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** Returns a button that asks for files with the browser's own dialog. */
export function renderFileButton({
  label,
  inputLabel,
  title = '',
  accept,
  isMultiple = false,
  isDisabled = false,
  onFiles,
}: FileButtonOptions): TemplateResult {
  return html`
    <button
      class="button"
      type="button"
      title=${title || nothing}
      ?disabled=${isDisabled}
      @click=${({currentTarget}: Event) => {
        const input = (currentTarget as Element).nextElementSibling;
        (input as HTMLInputElement).click();
      }}
    >
      ${label}
    </button>
    <input
      type="file"
      hidden
      ?multiple=${isMultiple}
      accept=${accept}
      aria-label=${inputLabel}
      @change=${({currentTarget}: Event) => {
        const input = currentTarget as HTMLInputElement;
        const files = [...(input.files ?? [])];
        // So that the same files can be chosen again.
        input.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  `;
}
