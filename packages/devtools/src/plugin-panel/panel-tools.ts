import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {AnnotationHostElement} from '@ls-annotation/elements';

import {renderTabs} from '../shared/tabs.js';

import type {PanelRunner} from './panel-runner.js';
import type {PluginDraft} from './plugin-draft.js';

/** What a tool of the panel has to work with. */
export interface ToolParts {
  /** The host. */
  readonly host: AnnotationHostElement;
  /** What brings drafts into the host, and knows the plugin's name. */
  readonly runner: PanelRunner;
  /** What is in the editors. */
  readonly draft: PluginDraft;
  /** False when nobody can see the panel, and nothing is to be recorded. */
  readonly recording: boolean;
  /** Failures of the plugin since it was last run. */
  readonly failureCount: number;
  /** Whether notes are taken while nobody can see the panel. */
  readonly keepRecording: boolean;
  /** Called with what somebody has set of that. */
  readonly onKeepRecording: (keepRecording: boolean) => void;
}

/** A tab beside the editors. */
export interface PanelTool {
  /** What it is known by; part of the ids of its tab. */
  readonly id: string;
  /** What it is called. */
  readonly label: string;
  /** True for one that takes notes before it was chosen. */
  readonly startsAtOnce?: boolean;
  /** Returns the number of things gone wrong that its tab shows. */
  readonly alarms?: (parts: ToolParts) => number;
  /**
   * Returns what it shows. It is asked from its first choosing on, or from
   * the start when it starts at once; what is there then stays, hidden, while
   * others are chosen.
   */
  readonly render: (parts: ToolParts) => TemplateResult;
}

/** The tools, in the order of their tabs; the first is chosen at first. */
export const PANEL_TOOLS: readonly [PanelTool, ...PanelTool[]] = [
  {
    id: 'events',
    label: 'Events',
    startsAtOnce: true,
    render: ({host, recording}) =>
      html`<ls-event-log .host=${host} .recording=${recording}></ls-event-log>`,
  },
  {
    id: 'console',
    label: 'Console',
    startsAtOnce: true,
    alarms: ({failureCount}) => failureCount,
    render: ({host, runner, recording}) =>
      html`<ls-plugin-console
        .host=${host}
        .plugin=${runner.pluginName}
        .placeOf=${runner.placeOf}
        .recording=${recording}
      ></ls-plugin-console>`,
  },
  {
    id: 'changes',
    label: 'Changes',
    startsAtOnce: true,
    render: ({host, recording}) =>
      html`<ls-change-log
        .host=${host}
        .recording=${recording}
      ></ls-change-log>`,
  },
  {
    id: 'session',
    label: 'Session',
    render: ({host, keepRecording, onKeepRecording}) =>
      html`<ls-session-recorder .host=${host}>
        <label slot="options" class="check">
          <input
            type="checkbox"
            .checked=${keepRecording}
            @change=${({currentTarget}: Event) => {
              onKeepRecording((currentTarget as HTMLInputElement).checked);
            }}
          />
          Keep taking notes while the panel is hidden
        </label>
      </ls-session-recorder>`,
  },
  {
    id: 'receipts',
    label: 'Receipts',
    startsAtOnce: true,
    render: ({host, runner, recording}) =>
      html`<ls-receipt-list
        .host=${host}
        .plugin=${runner.pluginName}
        .keep=${runner.element?.keep ?? ''}
        .placeOf=${runner.placeOf}
        .recording=${recording}
      ></ls-receipt-list>`,
  },
  {
    id: 'cost',
    label: 'Cost',
    render: ({host, runner, recording}) =>
      html`<ls-cost-table
        .host=${host}
        .plugin=${runner.pluginName}
        .recording=${recording}
      ></ls-cost-table>`,
  },
];

/** Which of the tools are shown. */
export interface ToolsOptions {
  /** Id of the one that is shown. */
  readonly chosen: string;
  /** Ids of those that were shown already. */
  readonly opened: ReadonlySet<string>;
  /** Called with the id of the one that somebody chooses. */
  readonly onChoose: (id: string) => void;
}

/** Returns the tools, one of which is shown, with their tabs. */
export function renderTools(
  parts: ToolParts,
  {chosen, opened, onChoose}: ToolsOptions,
): TemplateResult {
  return html`
    ${renderTabs({
      label: 'Tools',
      chosen,
      tabs: PANEL_TOOLS.map(({id, label, alarms}) => ({
        id,
        label,
        count: alarms?.(parts) ?? 0,
        isAlarm: true,
      })),
      onChoose,
    })}
    ${PANEL_TOOLS.map(
      ({id, startsAtOnce = false, render}) => html`
        <div
          class="content"
          role="tabpanel"
          id="panel-${id}"
          aria-labelledby="tab-${id}"
          ?hidden=${id !== chosen}
        >
          ${startsAtOnce || opened.has(id) ? render(parts) : nothing}
        </div>
      `,
    )}
  `;
}
