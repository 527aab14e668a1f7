import {css} from 'lit';

/** Styles of table parameters. Narrow forms show each row as a card. */
export const tableControlStyles = css`
  .table {
    display: grid;
    gap: var(--ls-space-2);
    justify-items: start;
    min-inline-size: 0;
    margin-block-start: var(--ls-space-1);
  }

  .table:focus-visible {
    outline-offset: 4px;
    border-radius: var(--ls-radius-small);
  }

  .table-scroll {
    inline-size: 100%;
    max-block-size: 18rem;
    overflow: auto;
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
  }

  table {
    inline-size: 100%;
    border-spacing: 0;
    border-collapse: separate;
  }

  thead th,
  thead td {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: var(--ls-space-1) var(--ls-space-2);
    font-size: var(--ls-font-size-small);
    font-weight: 600;
    color: var(--ls-text-muted);
    text-align: start;
    white-space: nowrap;
    background: var(--ls-surface-raised);
    border-block-end: 1px solid var(--ls-border);
  }

  tbody td {
    min-inline-size: 6rem;
    padding: var(--ls-space-1);
    vertical-align: top;
  }

  tbody tr:not(:last-child) td {
    border-block-end: 1px solid var(--ls-border);
  }

  tbody td .error {
    margin-block-start: var(--ls-space-1);
  }

  tbody .checkbox {
    margin: var(--ls-space-2);
  }

  tbody .tools {
    inline-size: 0;
    min-inline-size: 0;
    padding-inline-start: 0;
  }

  .tools .button {
    min-block-size: max(2rem, var(--ls-target-size));
    min-inline-size: max(2rem, var(--ls-target-size));
    color: var(--ls-text-muted);
  }

  .tools .button:hover {
    color: var(--ls-danger);
  }

  .no-rows {
    inline-size: 100%;
    padding: var(--ls-space-3);
    font-size: var(--ls-font-size);
    color: var(--ls-text-muted);
    text-align: center;
    border: 1px dashed var(--ls-border-strong);
    border-radius: var(--ls-radius);
  }

  @container (max-width: 26rem) {
    .table-scroll {
      max-block-size: none;
    }

    table,
    tbody {
      display: block;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody tr {
      position: relative;
      display: grid;
      gap: var(--ls-space-2);
      padding: var(--ls-space-1) var(--ls-space-2) var(--ls-space-3);
    }

    tbody tr:not(:last-child) {
      border-block-end: 1px solid var(--ls-border);
    }

    tbody tr:not(:last-child) td {
      border: 0;
    }

    tbody td {
      display: grid;
      grid-template-columns: 5.5rem 1fr;
      gap: 0 var(--ls-space-2);
      align-items: center;
      min-inline-size: 0;
      padding: 0;
    }

    tbody td::before {
      font-size: var(--ls-font-size-small);
      color: var(--ls-text-muted);
      overflow-wrap: anywhere;
      content: attr(data-heading) / '';
    }

    tbody td .error {
      grid-column: 2;
    }

    tbody .checkbox {
      margin: var(--ls-space-2) 0;
    }

    tbody .tools {
      display: flex;
      order: -1;
      inline-size: auto;
      align-items: center;
      justify-content: space-between;
    }

    tbody .tools::before {
      font-weight: 600;
    }
  }
`;
