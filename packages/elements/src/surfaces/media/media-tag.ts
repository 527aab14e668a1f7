import {attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import type {ObjectView, SyncHandler} from '@ls-annotation/lsi';

import type {SurfaceContext} from '../surface.js';

import {syncGroupOf} from './sync-group.js';
import type {SyncData, SyncEvent, SyncGroup, SyncMember} from './sync-group.js';

/** A player that goes with those of other tags. */
export interface SyncedPlayer {
  /** Whether it plays. */
  readonly isPlaying: boolean;
  /** Seconds from the beginning. */
  readonly currentTime: number;
  /** Starts it. */
  play(): void;
  /** Stops it. */
  pause(): void;
  /** Goes to a time, seconds. */
  seek(time: number): void;
  /** Sets how fast it plays. */
  setRate(rate: number): void;
  /** Silences it because another one is heard, or lets it be heard again. */
  setSyncMuted(isMuted: boolean): void;
}

/** What a media surface puts on its tag's live view. */
interface MediaView {
  syncHandlers?: Map<string, SyncHandler>;
  syncManager?: SyncGroup | null;
  syncSend?: (data: SyncData, event: SyncEvent) => boolean;
  syncReceive?: (data: SyncData, event: SyncEvent) => void;
}

/**
 * What a tag that plays something shares with plugins and with other tags,
 * from the moment it is shown, whether its player has been loaded or not.
 *
 * The live view gets `syncManager`, `syncHandlers`, `syncSend` and
 * `syncReceive`. Plugins may replace handlers; each display starts with those
 * that follow the others.
 */
export class MediaTag implements SyncMember {
  readonly #group: SyncGroup | null;
  readonly #handlers: Map<string, SyncHandler>;
  readonly #makesSound: boolean;
  #isReceiving = false;
  #player: SyncedPlayer | null = null;

  /** Name of the tag. */
  readonly name: string;
  /** Its live view. */
  readonly view: ObjectView & Record<string, unknown>;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.name = tag.name;
    this.#makesSound = tag.type.startsWith('audio');
    this.view = context.annotation.names.get(tag.name) as ObjectView &
      Record<string, unknown>;
    const media = this.view as MediaView;
    const name = attributeText(tag, 'sync');
    this.#group = name === '' ? null : syncGroupOf(context, name);
    this.#group?.register(this);
    this.#handlers = media.syncHandlers ?? new Map<string, SyncHandler>();
    this.#resetHandlers();
    media.syncHandlers = this.#handlers;
    media.syncManager = this.#group;
    media.syncSend = (data, event) => this.#send(data, event);
    media.syncReceive = (data, event) => {
      this.syncReceive(data, event);
    };
    context.add(() => {
      this.#group?.unregister(this);
      this.#player = null;
      media.syncManager = null;
    });
  }

  /** The player, `null` until it has been loaded. */
  get player(): SyncedPlayer | null {
    return this.#player;
  }

  set player(player: SyncedPlayer | null) {
    this.#player = player;
  }

  /** True while another tag is being followed. */
  get isReceiving(): boolean {
    return this.#isReceiving;
  }

  /** Tells the other tags of the group what has happened. */
  send(event: SyncEvent, data: SyncData): void {
    if (!this.#isReceiving) this.#send(data, event);
  }

  /** Follows what happens to another tag. */
  syncReceive(data: SyncData, event: SyncEvent): void {
    const before = this.#isReceiving;
    this.#isReceiving = true;
    try {
      if (event === 'play' && !this.#makesSound) {
        this.#player?.setSyncMuted(true);
      }
      this.#handlers.get(event)?.(data, event);
    } finally {
      this.#isReceiving = before;
    }
  }

  #send(data: SyncData, event: SyncEvent): boolean {
    if (!this.#group) return false;
    if (event === 'play') this.#player?.setSyncMuted(false);
    return this.#group.syncSend(this.name, data, event);
  }

  #resetHandlers(): void {
    const handlers: Readonly<Record<SyncEvent, SyncHandler>> = {
      play: (data) => {
        const {time, speed} = data as SyncData;
        this.#follow(time, speed);
        this.#player?.play();
      },
      pause: (data) => {
        this.#player?.pause();
        this.#follow((data as SyncData).time, undefined);
      },
      seek: (data) => {
        const {time, speed} = data as SyncData;
        this.#follow(time, speed);
      },
      speed: (data) => {
        this.#player?.setRate((data as SyncData).speed);
      },
    };
    this.#handlers.clear();
    for (const [event, handler] of Object.entries(handlers)) {
      this.#handlers.set(event, handler);
    }
  }

  #follow(time: number | undefined, speed: number | undefined): void {
    const player = this.#player;
    if (!player) return;
    if (speed !== undefined) player.setRate(speed);
    if (time !== undefined) player.seek(time);
  }
}
