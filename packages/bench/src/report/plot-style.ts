/** Shape of a subject's points, so that colour is not all that tells. */
export const SUBJECT_MARKS: Readonly<Record<string, string>> = {
  host: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  control: 'M-3.5 -3.5h7v7h-7z',
  dictionary: 'M0 -5l5 5l-5 5l-5 -5z',
  annotorious: 'M0 -5l5 8h-10z',
  'label-studio': 'M0 5l5 -8h-10z',
};

/** Shape of the points of a subject without one. */
export const OTHER_MARK = 'M-3 -3h6v6h-6z';

/** Colours of the plot: light, and dark where the reader prefers that. */
export const PLOT_STYLE = `
svg{--page:#fff;--ink:#1f2430;--muted:#5c6370;--grid:#e3e6ea;
--host:#3b5bdb;--control:#6b7280;--dictionary:#0b7285;--annotorious:#c2410c;
--label-studio:#a21caf}
@media (prefers-color-scheme:dark){svg{--page:#14171f;--ink:#e6e8ee;
--muted:#a0a7b4;--grid:#2b303c;--host:#8da2fb;--control:#b3b9c4;
--dictionary:#4cc9dd;--annotorious:#fb923c;--label-studio:#e879f9}}
text{font:12px system-ui,sans-serif;fill:var(--ink)}
.title{font-weight:600;font-size:13px}.tick{font-size:11px;fill:var(--muted)}
.page{fill:var(--page)}.grid{stroke:var(--grid);fill:none}
.line{fill:none;stroke:var(--c);stroke-width:2}.mark{fill:var(--c)}
.host{--c:var(--host)}.control{--c:var(--control)}
.dictionary{--c:var(--dictionary)}.annotorious{--c:var(--annotorious)}
.label-studio{--c:var(--label-studio)}.host .line{stroke-width:3}
`;
