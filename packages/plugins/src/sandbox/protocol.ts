import type {
  AnnotationState,
  ChangeOrigin,
  ConfigNode,
  Region,
  RegionTable,
  Relation,
  SessionState,
  StatePatch,
  StoreHead,
} from '@ls-annotation/core';
import type {ModalType} from '@ls-annotation/lsi';

import type {LogLevel} from '../console/log-level.js';
import type {PluginPlace, SourcePosition} from '../errors.js';
import type {PluginKind, PluginSlot} from '../plugin-source.js';

import type {EncodedValue} from './encode-value.js';
import type {LogValue} from './log-value.js';

/*
 * What a host and the guest in a frame say to each other over a message port.
 * Everything is plain data. The host trusts nothing that comes: it reads each
 * message into a new one of these shapes, or ends the guest.
 */

/** An error as it crosses the boundary. */
export interface FailureData {
  /** Class name of the error. */
  readonly name: string;
  /** What it says. */
  readonly message: string;
  /** Where it arose, `''` when nobody knows. */
  readonly stack: string;
  /** Stable code, `''` for errors that have none. */
  readonly code: string;
  /** Place in the plugin's source, for one that does not parse. */
  readonly position: SourcePosition | null;
  /** Number of the `denied` that it comes of, 0 for any other. */
  readonly refusal: number;
}

/** How far undo has got. */
export interface HistoryFacts {
  /** Steps that are done. */
  readonly index: number;
  /** Steps, done and undone. */
  readonly length: number;
}

/** Looks of the page around a frame. */
export interface GuestLooks {
  /** Value of `color-scheme`. */
  readonly colorScheme: string;
  /** Custom properties by name. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** An annotation without its regions, which come after it. */
export interface AnnotationOutline extends Omit<AnnotationState, 'regions'> {
  /** How many there are. */
  readonly regions: Omit<RegionTable, 'shards'>;
}

/** What the host's store holds beside the regions. */
export interface StateOutline extends StoreHead {
  /** Annotations, predictions and older versions. */
  readonly annotations: readonly AnnotationOutline[];
}

/** Bytes that a shard of regions takes, one part after the other. */
export interface ShardLengths {
  /** JSON of the ids of its regions, `null` for free places. */
  readonly ids: number;
  /** JSON of the regions. */
  readonly places: number;
}

/**
 * The regions of an annotation that a guest starts with. The bytes of a blob
 * are not copied on their way: the same ones serve every guest and display.
 */
export interface RegionsMessage {
  /** Which message it is. */
  readonly type: 'regions';
  /** Annotation that they are of. */
  readonly annotationId: string;
  /** The shards, one after the other. */
  readonly bytes: Blob;
  /** What each of them takes. */
  readonly shards: readonly ShardLengths[];
}

/** Everything else a guest has to know to start; sent once a display. */
export interface OpenMessage {
  /** Which message it is. */
  readonly type: 'open';
  /** Name of the plugin in errors. */
  readonly pluginId: string;
  /** How the source is run. */
  readonly kind: PluginKind;
  /** The source. */
  readonly code: string;
  /** Address that relative addresses start from. */
  readonly baseUrl: string;
  /** What the plugin may do. */
  readonly permissions: readonly string[];
  /** Where its frame stands, `''` for a plugin that shows nothing. */
  readonly slot: PluginSlot | '';
  /** Looks of the page. */
  readonly looks: GuestLooks;
  /** What it stored before, by key. */
  readonly stored: Readonly<Record<string, string>>;
  /** What the host's store holds; regions follow. */
  readonly state: StateOutline;
  /** The annotation on display. */
  readonly annotationId: string;
  /** Undo of that annotation. */
  readonly history: HistoryFacts;
  /** The config as a tree. */
  readonly config: ConfigNode | null;
  /** The config as it was written. */
  readonly configXml: string;
  /** Options of the session: user, users, project and the like. */
  readonly session: Readonly<Record<string, unknown>>;
  /** True to be told what the plugin logs. */
  readonly logs: boolean;
}

/** What is said of a commit beside its patches. */
interface CommitFacts {
  readonly origin: ChangeOrigin;
  readonly label: string;
  readonly history: HistoryFacts;
  /** Number of the write that these patches are what became of. */
  readonly ack?: number;
}

/** A commit that a guest is to follow. */
export interface PatchesMessage extends CommitFacts {
  /** Which message it is. */
  readonly type: 'patches';
  /** What has changed. */
  readonly patches: readonly StatePatch[];
}

/**
 * A commit of many patches. The bytes of a blob are not copied on their way:
 * the same ones serve every guest.
 */
export interface PackedMessage extends CommitFacts {
  /** Which message it is. */
  readonly type: 'packed';
  /** JSON of the patches. */
  readonly bytes: Blob;
}

/** What a host says. */
export type HostMessage =
  | OpenMessage
  | RegionsMessage
  | PatchesMessage
  | PackedMessage
  | {
      readonly type: 'applied';
      readonly write: number;
      readonly history: HistoryFacts;
    }
  | {
      readonly type: 'refused';
      readonly write: number;
      readonly failure: FailureData;
    }
  | {
      readonly type: 'event';
      readonly name: string;
      readonly args: readonly EncodedValue[];
      /** Number to answer under, `null` when nobody waits. */
      readonly call: number | null;
    }
  | {
      readonly type: 'answer';
      readonly request: number;
      readonly value: boolean;
      readonly failure: FailureData | null;
    }
  | {readonly type: 'logs'; readonly isWatched: boolean}
  | {readonly type: 'ping'; readonly count: number};

/** One change that a guest asks for, on the annotation on display. */
export type WriteOperation =
  | {readonly kind: 'insert'; readonly region: Region}
  | {
      readonly kind: 'update';
      readonly regionId: string;
      readonly patches: readonly StatePatch[];
    }
  | {readonly kind: 'remove'; readonly regionId: string}
  | {readonly kind: 'relations'; readonly relations: readonly Relation[]}
  | {readonly kind: 'selection'; readonly ids: readonly string[]}
  | {readonly kind: 'session'; readonly session: Partial<SessionState>};

/** What a guest may ask the host to do. */
export const REQUESTS = [
  'submit',
  'update',
  'skip',
  'unskip',
  'accept',
  'reject',
  'undo',
  'redo',
] as const;

/** What a guest may ask the host to do. */
export type RequestAction = (typeof REQUESTS)[number];

/** Events that a guest tells of because it caused them. */
export const ANNOUNCED = ['entityCreate', 'entityDelete'] as const;

/** An event that a guest tells of because it caused it. */
export type AnnouncedEvent = (typeof ANNOUNCED)[number];

/** How the handlers of a guest answered. */
export type Verdict = 'allow' | 'refuse' | 'fail';

/** What a guest says. */
export type GuestMessage =
  | {readonly type: 'ready'; readonly version: number}
  | {readonly type: 'started'}
  /** A handler did well; said after failures alone. */
  | {readonly type: 'recovered'}
  | {
      readonly type: 'failed';
      readonly place: PluginPlace;
      readonly failure: FailureData;
    }
  | {readonly type: 'subscribe'; readonly name: string}
  | {
      readonly type: 'write';
      /** 1, 2, 3 and so on, without a gap. */
      readonly write: number;
      readonly label: string;
      readonly mergeKey: string;
      readonly operations: readonly WriteOperation[];
    }
  | {
      readonly type: 'announce';
      readonly event: AnnouncedEvent;
      readonly regionId: string;
    }
  | {
      readonly type: 'verdict';
      readonly call: number;
      readonly verdict: Verdict;
      readonly failure: FailureData | null;
    }
  | {
      readonly type: 'request';
      readonly request: number;
      readonly action: RequestAction;
    }
  | {
      readonly type: 'modal';
      readonly message: string;
      readonly kind: ModalType;
    }
  | {
      readonly type: 'store';
      readonly key: string;
      readonly value: string | null;
    }
  | {
      readonly type: 'failure';
      readonly place: PluginPlace;
      readonly failure: FailureData;
    }
  | {
      readonly type: 'denied';
      /** 1, 2, 3 and so on. */
      readonly refusal: number;
      readonly permission: string;
      readonly action: string;
      /** Where it was tried, `''` when nobody knows. */
      readonly stack: string;
    }
  | {
      readonly type: 'log';
      readonly level: LogLevel;
      readonly args: readonly LogValue[];
      /** Stack of the call, `''` when nobody knows. */
      readonly stack: string;
      /** Lines before it that were too many to tell. */
      readonly missed: number;
    }
  | {readonly type: 'pong'; readonly count: number}
  | {
      readonly type: 'size';
      /** CSS pixels. */
      readonly widthPx: number;
      /** CSS pixels. */
      readonly heightPx: number;
    };

/** Version of all this; both sides must have the same. */
export const PROTOCOL_VERSION = 4;

/** What a host says first to the shell of a frame, with a port to it. */
export interface BootMessage {
  /** Which message it is. */
  readonly type: 'ls-annotation-boot';
  /** Content security policy of the plugin's document. */
  readonly policy: string;
  /** What the script of the runtime bears, as the policy has it. */
  readonly nonce: string;
  /** Source of the runtime. */
  readonly runtime: string;
}

/** What a host says to a shell over its port, once that has booted. */
export type ShellMessage =
  /** Opens a display, with the guest's port; one that was open ends. */
  | {readonly type: 'open'; readonly isShown: boolean}
  /** Ends the display. */
  | {readonly type: 'close'}
  /** Gets ready for the next display. */
  | {readonly type: 'spare'};

/** What a shell says. */
export type ShellAnswer =
  /** It has opened, or ended, what it was told to. */
  | {readonly type: 'done'}
  /** The plugin has left its document, and was ended. */
  | {readonly type: 'left'};

/** What a shell says to what it opens, with the guest's port. */
export const GUEST_PORT = 'ls-annotation-port';

/** What a worker asks, and then a document: where a source does not parse. */
export interface LocateQuestion {
  /** Which message it is. */
  readonly type: 'locate';
  /** The source. */
  readonly code: string;
  /** How it is run. */
  readonly kind: PluginKind;
}
