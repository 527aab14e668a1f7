import {ContextConsumer} from '@lit/context';
import {html, LitElement} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {merge, NEVER, switchMap} from 'rxjs';
import type {Observable} from 'rxjs';

import type {BaseParameter} from '@ls-annotation/operators';
import type {PluginSettings, SettingsBook} from '@ls-annotation/plugins';

import {hostContext} from '../contexts.js';
import {ObservableController} from '../controllers/observable-controller.js';
import type {OperatorSubmitEvent} from '../events/operator-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import type {OperatorFormElement} from '../operator-form/operator-form.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';

import {pluginSettingsStyles} from './plugin-settings.styles.js';
import {settingParameters} from './read-operator-settings.js';

/**
 * The settings of a plugin of the host around it, or of all its plugins that
 * have some, as forms.
 *
 * What is saved reaches the plugin at once. Values that do not fit are not
 * taken, and each is named at its field.
 *
 * @summary Forms for the settings of plugins.
 * @since 0.1.0
 *
 * @csspart plugin - The settings of one plugin.
 * @csspart empty - What is said when there is nothing to set.
 */
export class PluginSettingsElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, pluginSettingsStyles];

  /** Id of the plugin; all that have settings, when left out. */
  @property({reflect: true})
  plugin = '';

  /** The settings to show; left out, those of the host around it. */
  @property({attribute: false})
  book: SettingsBook | null = null;

  /** Id of the plugin whose settings were saved or reset last. */
  @state()
  private savedId = '';

  @state()
  private said = '';

  readonly #context = new ContextConsumer(this, {
    context: hostContext,
    subscribe: true,
    callback: () => {
      this.#changes.reset();
      this.requestUpdate();
    },
  });
  readonly #changes = new ObservableController<unknown>(this, () =>
    this.#changes$(),
  );
  readonly #parameters = new WeakMap<
    PluginSettings,
    readonly BaseParameter[]
  >();

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('book')) this.#changes.reset();
  }

  protected override render(): TemplateResult {
    const shown = (this.#book?.list ?? []).filter(
      ({pluginId}) => this.plugin === '' || pluginId === this.plugin,
    );
    if (shown.length === 0) {
      return html`<p class="empty" part="empty">There is nothing to set.</p>`;
    }
    return html`${repeat(
      shown,
      (settings) => settings,
      (settings) => this.#renderOne(settings),
    )}`;
  }

  #renderOne(settings: PluginSettings): TemplateResult {
    const {pluginId, title, values} = settings;
    const save = (event: OperatorSubmitEvent): void => {
      event.stopPropagation();
      const form = event.currentTarget as OperatorFormElement;
      const issues = settings.set(event.values);
      if (issues.length > 0) form.showIssues(issues as never);
      else this.#say(pluginId, 'Saved');
    };
    return html`<section part="plugin" aria-label=${title}>
      <h3>${title}</h3>
      <ls-operator-form
        .parameters=${this.#parametersOf(settings)}
        .values=${values}
        @ls-operator-submit=${save}
        @ls-operator-input=${this.#onInput}
      ></ls-operator-form>
      <div class="buttons">
        <button class="button primary" type="button" @click=${submitForm}>
          Save
        </button>
        <button
          class="button"
          type="button"
          @click=${() => {
            settings.reset();
            this.#say(pluginId, 'Back to the defaults');
          }}
        >
          Reset
        </button>
        <span class="said" role="status"
          >${this.savedId === pluginId ? this.said : ''}</span
        >
      </div>
    </section>`;
  }

  /** Made once: a form starts anew with other parameters. */
  #parametersOf(settings: PluginSettings): readonly BaseParameter[] {
    const known = this.#parameters.get(settings);
    const parameters = known ?? settingParameters(settings.settings);
    this.#parameters.set(settings, parameters);
    return parameters;
  }

  get #book(): SettingsBook | null {
    return this.book ?? this.#context.value?.pluginRuntime.settings ?? null;
  }

  #changes$(): Observable<unknown> {
    const book = this.#book;
    if (!book) return NEVER;
    return book.list$.pipe(
      switchMap((list) =>
        merge(book.list$, ...list.map(({values$}) => values$)),
      ),
    );
  }

  #onInput(event: Event): void {
    event.stopPropagation();
    this.said = '';
  }

  #say(pluginId: string, said: string): void {
    this.savedId = pluginId;
    this.said = said;
  }
}

function submitForm({currentTarget}: Event): void {
  const section = (currentTarget as HTMLElement).closest('section');
  section?.querySelector('ls-operator-form')?.submit();
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin-settings': PluginSettingsElement;
  }
}
