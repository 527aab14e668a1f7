import type {Holding} from '../holding.js';
import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {ResourceKind} from '../resource-kind.js';

interface Connection {
  /** @defaultValue `'connection'` */
  readonly kind?: ResourceKind;
  readonly name: string;
  /** Method that ends it. */
  readonly end: string;
  /** Returns whether it goes on, when it may end by itself. */
  readonly isAlive?: (made: object) => boolean;
  /** Returns what has the method. */
  readonly ends: (made: object) => readonly object[];
}

const itself = (made: object): readonly object[] => [made];

const CONNECTIONS: readonly Connection[] = [
  {name: 'WebSocket', end: 'close', ends: itself},
  {name: 'EventSource', end: 'close', ends: itself},
  {name: 'BroadcastChannel', end: 'close', ends: itself},
  {name: 'Worker', end: 'terminate', ends: itself},
  {name: 'RTCPeerConnection', end: 'close', ends: itself},
  {name: 'WebTransport', end: 'close', ends: itself},
  {kind: 'media', name: 'AudioContext', end: 'close', ends: itself},
  {
    kind: 'media',
    name: 'MediaRecorder',
    end: 'stop',
    ends: (made) =>
      (made as MediaRecorder).state === 'inactive' ? [] : [made],
    isAlive: (made) => (made as MediaRecorder).state !== 'inactive',
  },
  {kind: 'modal', name: 'Notification', end: 'close', ends: itself},
  {
    name: 'SharedWorker',
    end: 'close',
    ends: (made) => [(made as SharedWorker).port],
  },
  {
    name: 'MessageChannel',
    end: 'close',
    ends: (made) => {
      const {port1, port2} = made as MessageChannel;
      return [port1, port2];
    },
  },
];

const held = new WeakMap<object, Holding>();

/** Notes the sockets, workers and channels of plugins. */
export function patchConnections(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const connection of CONNECTIONS) {
    patchConnection(patches, ownership, connection);
  }
  for (const [owner, end] of [
    ...CONNECTIONS.map(({name, end}) => [name, end] as const),
    ['MessagePort', 'close'] as const,
  ]) {
    const found: unknown = Reflect.get(globalThis, owner);
    if (typeof found !== 'function') continue;
    patches.method(found.prototype as object, end, (native) => ({
      call(this: unknown, ...args: unknown[]): unknown {
        held.get(this as object)?.end();
        return Reflect.apply(native, this, args);
      },
    }));
  }
}

function patchConnection(
  patches: NativePatches,
  ownership: PageOwnership,
  {kind = 'connection', name, end, ends, isAlive = () => true}: Connection,
): void {
  patches.constructing(name, (target, args, newTarget) => {
    const made = Reflect.construct(target, args, newTarget);
    const tenancy = ownership.tenant();
    if (!tenancy) return made;
    const what = args.length > 0 ? `${name} ${String(args[0])}` : name;
    const close = (): void => {
      for (const part of ends(made)) {
        (part as Record<string, () => void>)[end]?.();
      }
    };
    ownership.places.addPrivate(made);
    for (const part of ends(made)) ownership.places.addPrivate(part);
    if (!tenancy.mayTake(kind)) {
      close();
      tenancy.refuse(kind, what);
      return made;
    }
    const isLasting = (): boolean => isAlive(made);
    const holding = tenancy.take({kind, what, isLasting, release: close});
    for (const part of ends(made)) held.set(part, holding);
    return made;
  });
}
