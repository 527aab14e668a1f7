import {property} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {HostRecording} from './host-recording.js';
import {ToolElement} from './tool.js';

/**
 * A tool that takes notes of what happens in a host, for as long as it is on
 * the page and is to; to be extended.
 */
export abstract class RecordingToolElement extends ToolElement {
  /** False to take no notes for now; what was noted stays. */
  @property({attribute: false})
  recording = true;

  readonly #recording = new HostRecording(this, {
    hostOf: () => (this.isRecording ? this.host : null),
    begin: (host) => this.record(host),
  });

  /** Whether notes are to be taken now. */
  protected get isRecording(): boolean {
    return this.recording;
  }

  /** Begins to take notes of a host; the answer ends that. */
  protected abstract record(host: AnnotationHostElement): Disposer;

  /** Looks at once whether notes are to be taken, not with the next update. */
  protected renewRecording(): void {
    this.#recording.renew();
  }
}
