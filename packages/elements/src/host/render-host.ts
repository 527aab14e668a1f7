import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {LabelingSession, ModalRequest} from '@ls-annotation/lsi';
import type {ContributionBoard, SettingsBook} from '@ls-annotation/plugins';

import {
  renderPluginButtons,
  renderPluginNotices,
  renderPluginPanels,
} from '../contributions/render-contributions.js';
import {HostError} from '../errors.js';
import type {DataIssue} from '../errors.js';
import type {RegionMenuRequestEvent} from '../events/region-menu-events.js';
import {icon} from '../styles/icons.js';
import {userSlot} from '../toolbar/user-slot.js';

import type {HostContent, Missing} from './host-inputs.js';
import type {HostNotice} from './host-notices.js';
import type {InputError} from './input.js';
import {markupToText} from './markup-to-text.js';

/** Everything that the chrome of a host shows. */
export interface HostView {
  /** The session. */
  readonly session: LabelingSession;
  /** What stands in the place of the labeling interface. */
  readonly content: HostContent;
  /** Internal id of what is on display, or `null`. */
  readonly annotationId: string | null;
  /** Ids of annotations with a name among the host's children. */
  readonly namedIds: readonly string[];
  /** Messages that want to be dismissed, the last one on top. */
  readonly modals: readonly ModalRequest[];
  /** Failures that people are told of. */
  readonly notices: readonly HostNotice[];
  /** What plugins contribute. */
  readonly contributions: ContributionBoard;
  /** Settings of plugins. */
  readonly settingsBook: SettingsBook;
  /** The list of regions is there. */
  readonly hasRegionList: boolean;
  /** The page has put something into the slot `panel`. */
  readonly hasPanelSlot: boolean;
  /** The page has put something into the slot `toolbar`. */
  readonly hasToolbarSlot: boolean;
  /** The page has put something into the slot `status`. */
  readonly hasStatusSlot: boolean;
  /** There are operators to choose from. */
  readonly hasOperators: boolean;
  /** Operators are offered in the menu of a region. */
  readonly hasRegionOperators: boolean;
  /** Operators were run. */
  readonly hasRuns: boolean;
  /** There are plugins with settings. */
  readonly hasSettings: boolean;
  /** The panel is open where there is no room beside. */
  readonly isPanelOpen: boolean;
  /** What people do. */
  readonly on: HostHandlers;
}

/** What people do with the chrome. */
export interface HostHandlers {
  /** A modal was dismissed. */
  readonly modalClose: (request: ModalRequest) => void;
  /** A notice was dismissed. */
  readonly noticeDismiss: (notice: HostNotice) => void;
  /** A plugin that was set aside is to run again. */
  readonly pluginRestore: (pluginId: string) => void;
  /** The menu of a region was asked for. */
  readonly regionMenu: (event: RegionMenuRequestEvent) => void;
  /** The button of the panel was pressed. */
  readonly panelToggle: () => void;
  /** Something was put into a slot, or taken out. */
  readonly slotChange: () => void;
}

/** Returns the shadow DOM of a host. */
export function renderHost(view: HostView): TemplateResult {
  const {contributions} = view;
  const hasPanel =
    view.hasRegionList ||
    view.hasPanelSlot ||
    contributions.list('panel').length > 0;
  const hasStatus =
    view.hasStatusSlot || contributions.list('notice').length > 0;
  return html`
    <section class="frame" part="frame" aria-label="Annotation">
      ${renderToolbar(view)}
      ${view.notices.length > 0 ? renderNotices(view) : nothing}
      <div class="body ${hasPanel ? 'with-panel' : ''}">
        <div class="main" part="main" aria-busy=${isBusy(view.content)}>
          ${renderInstructions(view)}
          <slot name="before"></slot>
          ${renderContent(view)}
          <slot
            name="labeling"
            ?hidden=${view.content.kind !== 'labeling'}
          ></slot>
          <slot name="after"></slot>
        </div>
        ${renderPanel(view, hasPanel)}
      </div>
      <footer class="status" ?hidden=${!hasStatus}>
        ${renderPluginNotices(contributions)}
        <slot name="status" @slotchange=${view.on.slotChange}></slot>
      </footer>
      <slot name="operator"></slot>
      <slot></slot>
      <ls-region-menu></ls-region-menu>
      <ls-toast></ls-toast>
    </section>
    ${repeat(
      view.modals,
      (request) => request,
      (request) => renderModal(request, view.on),
    )}
  `;
}

function renderToolbar(view: HostView): TemplateResult | typeof nothing {
  const {session, annotationId, content, hasToolbarSlot, hasOperators} = view;
  const isShown = session.interfaces.some((name) =>
    ['topbar', 'controls'].includes(name),
  );
  const hasActions = annotationId !== null && content.kind === 'labeling';
  const hasAdded =
    hasToolbarSlot || view.contributions.list('toolbarButton').length > 0;
  const isEmpty = !hasActions && !hasAdded;
  return html`
    <ls-toolbar
      class="toolbar"
      part="toolbar"
      exportparts="tabs, tab, button, submit"
      .session=${hasActions && isShown ? session : null}
      .interfaces=${session.interfaces}
      ?hidden=${isEmpty || (!isShown && !hasAdded)}
    >
      ${
        hasOperators && hasActions
          ? html`<ls-operator-buttons slot="operators"></ls-operator-buttons
              ><ls-operator-menu slot="operators"></ls-operator-menu>`
          : nothing
      }
      ${
        view.hasRuns && hasActions
          ? html`<ls-operator-tray slot="operators"></ls-operator-tray>`
          : nothing
      }
      ${view.namedIds.map((id) => {
        const name = userSlot(id);
        return html`<slot name=${name} slot=${name}></slot>`;
      })}
      ${renderPluginButtons(view.contributions)}
      ${
        view.hasSettings && hasActions
          ? html`<ls-plugin-settings-button
              .book=${view.settingsBook}
            ></ls-plugin-settings-button>`
          : nothing
      }
      <slot name="toolbar" @slotchange=${view.on.slotChange}></slot>
    </ls-toolbar>
  `;
}

const MAX_NOTICES = 3;

function renderNotices({notices, on}: HostView): TemplateResult {
  const hidden = notices.length - MAX_NOTICES;
  return html`<div class="notices">
    ${repeat(
      notices.slice(0, MAX_NOTICES),
      (notice) => notice,
      (notice, index) => html`
        <ls-notice
          part="notice"
          role="status"
          heading=${notice.heading}
          detail=${
            hidden > 0 && index === MAX_NOTICES - 1
              ? `${notice.detail} (${hidden} more)`
              : notice.detail
          }
          action=${notice.isSetAside ? 'Run it again' : ''}
          @ls-notice-action=${() => {
            on.pluginRestore(notice.pluginId);
          }}
          @ls-notice-dismiss=${() => {
            on.noticeDismiss(notice);
          }}
        ></ls-notice>
      `,
    )}
  </div>`;
}

function renderContent({content, session}: HostView): unknown {
  switch (content.kind) {
    case 'labeling':
      return nothing;
    case 'loading':
      return renderSkeleton();
    case 'empty':
      return renderEmpty(content.missing, session.frontend.messages);
    case 'error':
      return renderError(content.subject, content.error);
  }
}

function renderSkeleton(): TemplateResult {
  return html`
    <div class="skeleton" part="skeleton">
      <span class="visually-hidden" role="status">Loading…</span>
      ${[1, 2, 3].map(() => html`<div class="bone"></div>`)}
    </div>
  `;
}

function renderInstructions({
  session,
}: HostView): TemplateResult | typeof nothing {
  const {description, flags} = session;
  if (description === '' || !flags.showingDescription) return nothing;
  return html`<section
    class="instructions"
    part="instructions"
    aria-label="Instructions"
    .textContent=${markupToText(description)}
  ></section>`;
}

/** Label Studio's name of the message, and what stands there without it. */
const EMPTY: Readonly<
  Record<Missing, readonly [message: string, title: string, hint: string]>
> = {
  access: ['NO_ACCESS', 'No access', 'This task is not for you to see.'],
  config: [
    '',
    'No labeling config',
    'A config says what to ask about this task.',
  ],
  task: [
    'NO_NEXT_TASK',
    'No task',
    'When there is a task to work on, it appears here.',
  ],
  work: ['DONE', 'Done', 'All that there was to label is labeled.'],
};

function renderEmpty(
  missing: Missing,
  messages: Readonly<Record<string, string>>,
): TemplateResult {
  const [name, title, hint] = EMPTY[missing];
  const message = messages[name];
  return html`
    <div class="state" part="empty" role="status">
      <strong>${message ?? title}</strong>
      ${message === undefined ? html`<span>${hint}</span>` : nothing}
    </div>
  `;
}

const KEPT =
  'Nothing that was annotated is lost; it is back with the next good config.';

function renderError(
  subject: 'config' | 'task',
  error: InputError,
): TemplateResult {
  const heading =
    subject === 'config'
      ? 'This labeling config cannot be shown'
      : 'This task cannot be shown';
  return html`
    <div class="error">
      <ls-error-view
        part="error"
        heading=${heading}
        message=${error.message}
        hint=${subject === 'config' ? KEPT : ''}
        .issues=${issuesOf(error)}
      ></ls-error-view>
    </div>
  `;
}

function issuesOf(error: InputError): readonly DataIssue[] {
  return error instanceof HostError || !('issues' in error) ? [] : error.issues;
}

function renderPanel(
  view: HostView,
  hasPanel: boolean,
): TemplateResult | typeof nothing {
  const {session, annotationId, isPanelOpen, hasRegionList, on} = view;
  return html`
    <aside
      class="panel ${isPanelOpen ? '' : 'closed'}"
      part="panel"
      aria-label="Panel"
      ?hidden=${!hasPanel}
    >
      <button
        class="button quiet panel-toggle"
        type="button"
        aria-expanded=${isPanelOpen}
        aria-controls="panel-content"
        @click=${on.panelToggle}
      >
        ${hasRegionList ? 'Regions' : 'Panel'} ${icon('chevron')}
      </button>
      <div id="panel-content" class="panel-content">
        ${
          hasRegionList
            ? html`<ls-region-list
                  part="region-list"
                  .session=${session}
                  .annotationId=${annotationId}
                  .contributions=${view.contributions}
                  ?has-menu=${
                    view.hasRegionOperators ||
                    view.contributions.list('regionAction').length > 0
                  }
                  @ls-region-menu-request=${on.regionMenu}
                  >${
                    view.hasOperators
                      ? html`<ls-operator-menu
                          slot="operators"
                          placement="region-list"
                        ></ls-operator-menu>`
                      : nothing
                  }</ls-region-list
                >
                <ls-relation-list
                  part="relation-list"
                  .session=${session}
                  .annotationId=${annotationId}
                ></ls-relation-list>`
            : nothing
        }
        ${renderPluginPanels(view.contributions)}
        <div class="extra" ?hidden=${!view.hasPanelSlot}>
          <slot name="panel" @slotchange=${on.slotChange}></slot>
        </div>
      </div>
    </aside>
  `;
}

function renderModal(request: ModalRequest, on: HostHandlers): TemplateResult {
  return html`<ls-modal
    exportparts="dialog: modal"
    type=${request.type}
    .message=${request.message}
    @ls-modal-close=${() => {
      on.modalClose(request);
    }}
  ></ls-modal>`;
}

function isBusy(content: HostContent): boolean {
  return (
    content.kind === 'loading' ||
    (content.kind === 'labeling' && content.isBusy)
  );
}
